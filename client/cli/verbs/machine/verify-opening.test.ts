import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OPENING_FILE } from '../../../../archive/opening';
import { ROUND_RECORD } from '../../../../archive/round/paths';
import { hashOf } from '../../../../base/hash';
import { ENDED } from '../../../../testing/ended-round';
import { jsonOf } from '../../../../testing/json-of';
import { aScreen } from '../../../../testing/screen';
import { scratchFolder, scratchStore } from '../../../../testing/store';
import type { Store } from '../../../../store/store';
import { aClosedRound, archiveRound, orderFor, tellSigned } from '../../../../tests/support/ended-round';
import { type BagFiles, remadeBag } from '../../../../tests/support/remade-bag';
import { run } from '../../main';

const NAME = 'bags/2021-03/round';

type Told = { valid: boolean; faults: { type: string; file: string; seq?: number }[] };

let store: Store;
beforeAll(async () => {
  ({ store } = await scratchStore());
  const round = await aClosedRound(store, (open) => {
    const last = open.life.log.at(-1);
    tellSigned(open, 'attest', ENDED, {
      entries: last?.seq,
      head: last?.hash,
      genesis: hashOf('an opening'),
    });
  });
  await archiveRound(orderFor(round), store);
});

const verified = async (place: string, ...more: string[]): Promise<Told> => {
  const screen = aScreen();
  await run(['verify', place, ...more, '--json'], screen);
  const [told] = jsonOf(['verify'], screen.written.out) as [Told];
  return told;
};

/** The policy of the plan as it was imported takes signed commands only. */
const signedFromTheStart = (files: BagFiles): void => {
  const plan = JSON.parse(String(files.get(ROUND_RECORD.planImported))) as { policy: object };
  const policy = { ...plan.policy, identity: 'signed' };
  files.set(ROUND_RECORD.planImported, Buffer.from(JSON.stringify({ ...plan, policy })));
};

test('the bag of a signed round from which the opening was taken out is found, by the command that was signed for it', async () => {
  const { faults } = await verified(await remadeBag(store, NAME, signedFromTheStart));
  expect(faults).toContainEqual({ type: 'opening-missing', file: OPENING_FILE, seq: 9 });
});

test('nobody has signed the opening of a round that took people at their word, though commands name it', async () => {
  expect((await verified(store.locate(NAME))).faults).toEqual([]);
});

describe('a reader who has named whom they trust', () => {
  let trust: string;
  beforeAll(async () => {
    trust = join(await scratchFolder(), 'trust.yaml');
    await writeFile(trust, '{}');
  });

  test.each([NAME, 'bags/2021-03/1.2'])('takes no %s that nobody has opened', async (name) => {
    const { valid, faults } = await verified(store.locate(name), '--trust', trust);
    expect(valid).toBe(false);
    expect(faults).toEqual([{ type: 'opening-missing', file: OPENING_FILE }]);
  });

  test.each([
    ['zh-CN', '缺少启动文件'],
    ['en', 'is missing, so nobody'],
  ])('is told so in %s', async (language, said) => {
    const screen = aScreen();
    const place = store.locate(NAME);
    expect(await run(['verify', place, '--trust', trust, '--lang', language], screen)).toBe(6);
    expect(screen.written.out).toContain(said);
  });
});
