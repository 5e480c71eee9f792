import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBagInfo, writeBag } from '../../../../archive/bag';
import { LOG_HEAD } from '../../../../archive/item/record';
import { OPENING_FILE } from '../../../../archive/opening';
import { ROUND_RECORD } from '../../../../archive/round/paths';
import { ENDED } from '../../../../testing/ended-round';
import { aNewcomer } from '../../../../testing/newcomers';
import { NOW } from '../../../../testing/item';
import { jsonOf } from '../../../../testing/json-of';
import { keyNamed } from '../../../../testing/keys';
import { BODY } from '../../../../testing/opening';
import { aScreen } from '../../../../testing/screen';
import { filesIn, scratchFolder, scratchStore } from '../../../../testing/store';
import { PEOPLE } from '../../../../testing/world';
import type { Store } from '../../../../store/store';
import { aClosedOpenedRound, archiveRound, orderFor } from '../../../../tests/support/ended-round';
import { run } from '../../main';

/*
 * Whoever has no key can lay anything beside the bag of an item. What is no bag of its round speaks neither for nor against it.
 */

const ROUND = 'bags/2021-03/round';
const ITEM = 'bags/2021-03/1.2';

type Told = { valid: boolean; faults: object[]; besideInvalid?: { bag: string; faults: number } };
type Files = Map<string, Buffer>;

let genuine: Store;
beforeAll(async () => {
  ({ store: genuine } = await scratchStore());
  const round = await aClosedOpenedRound(genuine, (open) => {
    const people = [aNewcomer({ keys: keyNamed('newcomer').ring })];
    open.order('register-people', NOW, { people, reason: '新到任' });
    const { person, key, second } = { person: PEOPLE.handler, key: keyNamed('next'), second: PEOPLE.head };
    open.second(open.propose(key, NOW, person), second, NOW);
  });
  await archiveRound(orderFor(round, ENDED), genuine);
});

const lines = (files: Files): string[] => String(files.get(ROUND_RECORD.log)).trimEnd().split('\n');

/** The item as it is, and beside it a bag of its round with other files, and with every checksum computed again. */
const beside = async (change: (files: Files, info: Record<string, string>) => void): Promise<Store> => {
  const { store } = await scratchStore();
  for (const name of [ITEM, ROUND]) {
    const bag = await genuine.folder(name);
    const files = new Map([...(await filesIn(bag))].filter(([path]) => path.startsWith('data/')));
    const { 'Payload-Oxum': _, ...info } = Object.fromEntries(await readBagInfo(bag));
    if (name === ROUND) change(files, info);
    const payload = [...files].map(([path, content]) => ({ path: path.replace(/^data\//, ''), content }));
    await writeBag(store, name, { info, payload });
  }
  return store;
};

const tell = async (store: Store, ...more: string[]): Promise<{ exit: number; out: string }> => {
  const screen = aScreen();
  return { exit: await run(['verify', store.locate(ITEM), ...more], screen), out: screen.written.out };
};

const verified = async (store: Store, ...more: string[]): Promise<Told & { exit: number }> => {
  const { exit, out } = await tell(store, '--json', ...more);
  const [told] = jsonOf(['verify'], out) as [Told];
  return { ...told, exit };
};

const cut = (files: Files): void => {
  files.set(ROUND_RECORD.log, Buffer.from(`${lines(files).slice(0, 1).join('\n')}\n`));
};

test.each<[string, Parameters<typeof beside>[0]]>([
  ['was cut', cut],
  [
    'was cut, label and all',
    (files, info) => {
      cut(files);
      info[LOG_HEAD] = (JSON.parse(lines(files).at(-1) ?? '') as { hash: string }).hash;
    },
  ],
  ['is rubbish', (files) => void files.set(ROUND_RECORD.log, Buffer.from('rubbish\n'))],
  ['was taken out', (files) => void files.delete(ROUND_RECORD.log)],
])(
  'an item is valid beside the bag of a round whose log %s: that bag is named, and what to do',
  async (_, change) => {
    const store = await beside(change);
    const { valid, faults, besideInvalid, exit } = await verified(store);
    expect({ valid, faults, exit }).toEqual({ valid: true, faults: [], exit: 6 });
    expect(besideInvalid).toEqual({ bag: store.locate(ROUND), faults: expect.any(Number) as number });
    for (const [language, said] of [
      ['en', 'The bag of the round beside it is not valid'],
      ['zh-CN', '轮次的归档包有问题'],
    ] as const)
      expect((await tell(store, '--lang', language)).out).toContain(said);
  },
);

test('so is one beside a bag of the round whose checksums are others', async () => {
  const store = await beside(() => undefined);
  await writeFile(join(store.locate(ROUND), ROUND_RECORD.log), '');
  expect(await verified(store)).toMatchObject({ valid: true, exit: 6, besideInvalid: {} });
});

test('an item is held to the bag of a round that is valid, of which nothing is said', async () => {
  const told = await verified(await beside(() => undefined));
  expect(told).toMatchObject({ valid: true, exit: 0 });
  expect(told).not.toHaveProperty('besideInvalid');
});

test('nor is anything said of a folder that is no bag', async () => {
  const { store } = await scratchStore();
  const bag = await genuine.folder(ITEM);
  const payload = [...(await filesIn(bag))]
    .filter(([path]) => path.startsWith('data/'))
    .map(([path, content]) => ({ path: path.replace(/^data\//, ''), content }));
  const { 'Payload-Oxum': _, ...info } = Object.fromEntries(await readBagInfo(bag));
  await writeBag(store, ITEM, { info, payload });
  await store.put('bags/2021-03/round/notes.txt', Buffer.from('笔记'));
  expect(await verified(store)).not.toHaveProperty('besideInvalid');
});

test('where keys are pinned, the bag of a round that others have opened says nothing of an item', async () => {
  const trust = join(await scratchFolder(), 'trust.yaml');
  await writeFile(trust, JSON.stringify({ [BODY]: [] }));
  const { faults, besideInvalid } = await verified(await beside(() => undefined), '--trust', trust);
  expect(besideInvalid).toMatchObject({ faults: 2 });
  expect(faults).toMatchObject([{ file: OPENING_FILE }, { file: OPENING_FILE }]);
});
