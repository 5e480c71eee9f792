import { chmod, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentsIn } from '../../../archive/round/record';
import { instant } from '../../../domain/calendar/zone';
import { RFC_KEY } from '../../../testing/keys';
import { Sha256 } from '../../../base/ids';
import { ENDED } from '../../../testing/ended-round';
import type { WholeRound } from '../../../testing/round';
import { readBagInfo, verifyBag, writeBag } from '../../../archive/bag';
import { EvidenceDamaged } from '../../../store/errors';
import { evidenceName } from '../../../store/evidence';
import type { Store } from '../../../store/store';
import { failureOf, filesIn, scratchStore } from '../../../testing/store';
import { aClosedRound, archiveRound, orderFor } from '../../../tests/support/ended-round';
import type { RoundArchiveOrder } from '../../../workflows/contract';
import { createRoundActivities } from './archive-round';

let store: Store;
let root: string;
let round: WholeRound;
beforeEach(async () => {
  ({ store, root } = await scratchStore());
  round = await aClosedRound(store);
});

const NAME = 'bags/2021-03/round';

/** Overwrites a file of the store, as no program of ours would; gives back what it was. */
const overwrite = async (name: string, content: string | Buffer): Promise<Buffer> => {
  const file = join(root, name);
  const before = await readFile(file);
  await chmod(file, 0o644);
  await writeFile(file, content);
  return before;
};

const expectWaiting = async (...said: string[]): Promise<void> => {
  const failure = await failureOf(archiveRound(orderFor(round), store));
  expect(failure).toMatchObject({ type: 'RoundIncomplete', nonRetryable: false });
  for (const words of said) expect(String(failure)).toContain(words);
  expect(await store.has(NAME)).toBe(false);
};

test('the bag of a round is written whole, and written once', async () => {
  const first = await archiveRound(orderFor(round), store);
  expect(first).toMatchObject({ bag: NAME, archiveNumber: 'Z109-WS·2021-D30-JGDW-0004' });
  expect((await verifyBag(await store.folder(NAME))).valid).toBe(true);
  const later = { ...orderFor(round), at: instant(ENDED + 86_400_000) };
  expect(await archiveRound(later, store)).toEqual(first);
});

test('its page tells of the close, the figures, every bag, every document and who signed, and runs nothing', async () => {
  await archiveRound(orderFor(round), store);
  const page = String(await store.get(`${NAME}/data/index.html`));
  const told = [
    'Z109-WS·2021-D30-JGDW-0004',
    '办结轮次',
    '最终通报',
    '通报〔进展通报〕',
    'href="ledger/ledger-9.json"',
    'href="../../1.2/data/index.html"',
    'href="../../1.2-cycle-2/data/index.html"',
    '附：签名人公钥',
    RFC_KEY.kid,
  ];
  for (const text of told) expect(page).toContain(text);
  for (const { path } of documentsIn(round.life.log)) expect(page).toContain(`href="${path}"`);
  expect(page).not.toMatch(/<script|src=|https?:/);
});

test('it waits for the bag of an item that is gone, damaged, or another one, and says which', async () => {
  const manifest = 'bags/2021-03/2.1/tagmanifest-sha512.txt';
  const whole = await overwrite(manifest, 'rubbish');
  await rm(join(root, 'bags/2021-03/1.2-cycle-2'), { recursive: true });
  await expectWaiting(
    ...['归档包 bags/2021-03/2.1 已损坏（tagmanifest-sha512.txt', 'the bag bags/2021-03/2.1 is damaged'],
    ...['归档包 bags/2021-03/1.2-cycle-2 已不在', 'the bag bags/2021-03/1.2-cycle-2 is missing'],
  );
  await overwrite(manifest, whole);
  await expectWaiting('1.2-cycle-2');
});

test('a bag that is whole, but not the one that the item noted, is not taken for it', async () => {
  const [first, second] = ['bags/2021-03/1.2', 'bags/2021-03/1.2-cycle-2'].map((name) => join(root, name));
  if (!first || !second) throw new Error('no bags');
  await rename(second, `${second}.aside`);
  await cp(first, second, { recursive: true });
  await expectWaiting('bags/2021-03/1.2-cycle-2 不是归档时的那一个', 'is not the one that was archived');
  await rm(second, { recursive: true });
  await rename(`${second}.aside`, second);
  expect(await archiveRound(orderFor(round), store)).toMatchObject({ bag: NAME });
});

test('it waits for a document that is gone or has changed, by its title', async () => {
  const [feedback, notice] = documentsIn(round.life.log);
  if (!feedback || !notice) throw new Error('no documents');
  const [one, other] = [evidenceName(feedback.sha512), evidenceName(notice.sha512)];
  const [whole, gone] = [await overwrite(one, '被改过的'), await overwrite(other, '')];
  await rm(join(root, other));
  await expectWaiting('文件《反馈意见》内容已变', '“反馈意见” has changed', '文件《进展通报》已不在');
  await writeFile(join(root, other), gone);
  await overwrite(one, whole);
  expect(await archiveRound(orderFor(round), store)).toMatchObject({ bag: NAME });
});

test('it waits for a ledger that was kept and is no longer there, or is that of another round', async () => {
  await rm(join(root, 'rounds/2021-03/ledger-3.json'));
  await overwrite('rounds/2021-03/plan.json', '{}');
  await expectWaiting(
    ...['rounds/2021-03/ledger-3.json 已不在', 'rounds/2021-03/ledger-3.json is missing'],
    ...['rounds/2021-03/plan.json 内容已变', 'rounds/2021-03/plan.json has changed'],
  );
});

test('a ledger in which a figure was changed is found, though it is one of the same entry', async () => {
  const name = 'rounds/2021-03/ledger-3.json';
  const text = String(await readFile(join(root, name)));
  const whole = await overwrite(name, text.replace('"items": 2', '"items": 3'));
  expect(whole.toString()).not.toBe(String(await readFile(join(root, name))));
  await expectWaiting(`${name} 内容已变`, `${name} has changed`);
  await overwrite(name, whole);
  expect(await archiveRound(orderFor(round), store)).toMatchObject({ bag: NAME });
});

test('papers of which an older version noted nothing are archived as they stand', async () => {
  const { digests, ...older } = orderFor(round);
  expect(Object.keys(digests ?? {})).toContain('rounds/2021-03/plan.json');
  expect(await archiveRound(older, store)).toMatchObject({ bag: NAME });
});

test('a document that changes while the bag is written leaves no bag, and is named by the next try', async () => {
  const documents = documentsIn(round.life.log);
  const last = documents.at(-1);
  if (!last) throw new Error('no documents');
  const name = evidenceName(last.sha512);
  let whole: Buffer | undefined;
  let opened = 0;
  const open = store.openEvidence.bind(store);
  jest.spyOn(store, 'openEvidence').mockImplementation(async (sha512) => {
    opened += 1;
    if (opened === documents.length + 1) whole = await overwrite(name, '事后被改过的');
    return open(sha512);
  });
  expect(await failureOf(archiveRound(orderFor(round), store))).toBeInstanceOf(EvidenceDamaged);
  await expectWaiting(`文件《${last.title}》内容已变`);
  await overwrite(name, whole ?? '');
  expect(await archiveRound(orderFor(round), store)).toMatchObject({ bag: NAME });
});

test('a paper may be kept again, but never in the place of another, which is named', async () => {
  const { keepPaper } = createRoundActivities(store);
  const name = 'rounds/2021-03/plan.json';
  const [paper] = round.life.closingPapers();
  if (!paper) throw new Error('no papers');
  expect(await keepPaper(paper)).toBe(round.life.digests[name]);
  const whole = await overwrite(name, '{}');
  const failure = await failureOf(keepPaper(paper));
  expect(failure).toMatchObject({ type: 'PaperConflict', nonRetryable: false });
  for (const said of [`${name} 已另有内容`, `${name} already has different content`])
    expect(String(failure)).toContain(said);
  expect(String(await store.get(name))).toBe('{}');
  await rm(join(root, name));
  await keepPaper(paper);
  expect(await store.get(name)).toEqual(whole);
});

/** Fails, leaves what is there, and goes on once it has been moved away. */
const expectRefused = async (order: RoundArchiveOrder, ...said: string[]): Promise<void> => {
  const before = await store.list(NAME);
  const failure = await failureOf(archiveRound(order, store));
  expect(failure).toMatchObject({ type: 'BagOfOther', nonRetryable: false });
  for (const words of [NAME, ...said]) expect(String(failure)).toContain(words);
  expect(await store.list(NAME)).toEqual(before);
  await rename(join(root, NAME), join(root, 'moved-away'));
  expect(await archiveRound(orderFor(round), store)).toMatchObject({ bag: NAME });
  expect((await verifyBag(await store.folder(NAME))).valid).toBe(true);
};

test('the bag of another round under the same name is never taken for its own', async () => {
  await archiveRound(orderFor(round), store);
  const order = orderFor(round);
  const log = order.log.map((entry) => ({ ...entry, hash: Sha256.parse('f'.repeat(64)) }));
  await expectRefused({ ...order, log }, 'Rectify-Log-Head');
});

test('nor is the valid bag of one of its items', async () => {
  await cp(join(root, 'bags/2021-03/1.2'), join(root, NAME), { recursive: true });
  await expectRefused(orderFor(round), 'Rectify-Log-Head');
});

test.each([
  ['data/ledger/ledger-3.json', '"items": 2', '"items": 3'],
  ['data/people.json', 'example.org', 'example.com'],
  ['data/index.html', '进展通报', '最终通报'],
  ['data/bags.json', 'D30-JGDW', 'D10-JGDW'],
])('nor is its own with a change in %s and all checksums computed again', async (path, from, to) => {
  await archiveRound(orderFor(round), store);
  const bag = await store.folder(NAME);
  const info = (await readBagInfo(bag)).filter(([label]) => label !== 'Payload-Oxum');
  const payload = [...(await filesIn(bag))]
    .filter(([file]) => file.startsWith('data/'))
    .map(([file, content]) => ({
      path: file.slice('data/'.length),
      content: file === path ? Buffer.from(String(content).replace(from, to)) : content,
    }));
  await rename(join(root, NAME), join(root, 'original'));
  await writeBag(store, NAME, { info: Object.fromEntries(info), payload });
  await expectRefused(orderFor(round), path);
});
