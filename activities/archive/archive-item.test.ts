import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyBag } from '../../archive/bag';
import { ItemNumber } from '../../base/ids';
import { instant } from '../../domain/calendar/zone';
import { NOW } from '../../testing/item';
import { aReceipt } from '../../testing/item-record';
import { failureOf, scratchStore } from '../../testing/store';
import { aBirth, planned } from '../../testing/world';
import {
  archive,
  archived,
  type Closed,
  closedItem,
  forged,
  keepMail,
  orderFor,
  type PayloadFiles,
  unarchived,
} from '../../tests/support/bag';

/** Moves what has the name of the bag away, as an operator would. */
const moveAway = ({ root, name }: Closed): Promise<void> =>
  rename(join(root, name), join(root, 'moved-away'));

/** Fails with all that was said, leaves what is there, and goes on once it has been moved away. */
const expectRefused = async (world: Closed, ...said: string[]): Promise<void> => {
  const { store, life, name } = world;
  const before = await store.list(name);
  const failure = await failureOf(archive(store, orderFor(life)));
  expect(failure).toMatchObject({ type: 'BagOfOther', nonRetryable: false });
  for (const words of [...said, name, '处的内容并非', 'not the bag that belongs there'])
    expect(String(failure)).toContain(words);
  expect(await store.list(name)).toEqual(before);

  await moveAway(world);
  expect(await archive(store, orderFor(life))).toMatchObject({ bag: name, missingMails: 0 });
  expect((await verifyBag(await store.folder(name))).valid).toBe(true);
  expect(await store.list('moved-away')).toHaveLength(before.length);
};

/** Puts a bag with other files or labels in the place of the item's own, with every checksum computed again. */
const forge = async (
  closed: Closed,
  change: (files: PayloadFiles) => void,
  labels?: Record<string, string>,
): Promise<void> => {
  const { root, name } = closed;
  const { name: made } = await forged(closed, change, labels);
  await rename(join(root, name), join(root, 'original'));
  await rename(join(root, made), join(root, name));
};

const edit =
  (path: string, from: string, to: string) =>
  (files: PayloadFiles): void => {
    const text = String(files.get(path));
    expect(text).toContain(from);
    files.set(path, Buffer.from(text.replace(from, to)));
  };

const pathIn = (files: PayloadFiles, part: string): string => {
  const path = [...files.keys()].find((one) => one.includes(part));
  if (path === undefined) throw new Error(`no ${part}`);
  return path;
};

test('what an earlier attempt wrote is the bag of the item, on whatever day it did', async () => {
  const { store, life } = await archived();
  const order = orderFor(life);
  const first = await archive(store, order);
  expect(await archive(store, { ...order, at: instant(order.at + 3 * 86_400_000) })).toEqual(first);
});

test('so is one that names a mail as missing whose receipt came only after it was written', async () => {
  const { store } = await scratchStore();
  const life = await closedItem(store);
  const first = await archive(store, orderFor(life));
  expect(first.missingMails).toBe(1);
  await keepMail(store, aReceipt(life));
  expect(await archive(store, orderFor(life))).toEqual(first);
});

test('so is one after which a digest has confirmed the last decision: nothing waited for that mail', async () => {
  const { store, life } = await archived();
  const first = await archive(store, orderFor(life));
  const confirmed = [{ id: `${life.state.item}/c1#${life.log.length}`, item: life.state.item }];
  const slot = instant(life.state.assignedAt + 86_400_000);
  await keepMail(store, aReceipt(life, { slot, messageId: '<2@example.org>', notices: confirmed }));
  expect(await archive(store, orderFor(life))).toEqual(first);
});

test("a copy of the valid bag of another item is never taken for the item's own", async () => {
  const world = await unarchived();
  const { store, root, name } = world;
  const other = await closedItem(store, aBirth({ planned: planned({ number: ItemNumber.parse('1.1') }) }));
  const { bag } = await archive(store, { ...orderFor(other), expected: [] });
  await cp(join(root, bag), join(root, name), { recursive: true });
  await expectRefused(world, 'Internal-Sender-Identifier "2021-03/1.1"', 'Rectify-Log-Head');
});

test('nor is the bag of another life of it', async () => {
  const world = await archived();
  const { store, root, name } = world;
  const other = await closedItem(store);
  const state = { ...other.state, cycle: 2 };
  const order = orderFor(other);
  const { bag } = await archive(store, { ...order, memory: { ...order.memory, state }, expected: [] });
  await rename(join(root, name), join(root, 'original'));
  await cp(join(root, bag), join(root, name), { recursive: true });
  await expectRefused(world, 'data/item.json', 'data/evidence.json');
});

test.each<[string, string, (files: PayloadFiles) => void]>([
  [
    'a file of evidence swapped',
    'data/evidence/measure-1/',
    (files) => files.set(pathIn(files, 'measure-1/'), Buffer.from('另一份')),
  ],
  [
    'the log cut',
    'data/log.ndjson',
    (files) => {
      const lines = String(files.get('data/log.ndjson')).trimEnd().split('\n');
      files.set('data/log.ndjson', Buffer.from(`${lines.slice(0, -1).join('\n')}\n`));
    },
  ],
  ['another cycle', 'data/item.json', edit('data/item.json', '"cycle": 1', '"cycle": 2')],
  ['another manifest', 'data/evidence.json', edit('data/evidence.json', '清点记录a', '清点记录')],
  ['another roster', 'data/people.json', edit('data/people.json', 'example.org', 'example.com')],
  ['another policy', 'data/policy.json', edit('data/policy.json', '"version"', '"verzion"')],
  ['another calendar', 'data/calendar.json', edit('data/calendar.json', '"version"', '"verzion"')],
  ['another page', 'data/index.html', edit('data/index.html', '清点完毕', '尚未清点')],
  [
    'another mail',
    '.eml',
    (files) => files.set(pathIn(files, '.eml'), Buffer.from('Message-ID: <1@example.org>\r\n\r\n另一封')),
  ],
  ['another receipt', 'data/mail/', (files) => files.set(pathIn(files, 'Z.json'), Buffer.from('{}'))],
  [
    'a mail left out',
    'Rectify-Missing-Mail',
    (files) => {
      for (const part of ['.eml', 'Z.json']) files.delete(pathIn(files, part));
    },
  ],
  ['a file more', 'data/more.txt', (files) => files.set('data/more.txt', Buffer.from('x'))],
])('nor is its own with %s and all checksums computed again', async (_, said, change) => {
  const world = await archived();
  await forge(world, change);
  await expectRefused(world, said);
});

test.each<[string, Record<string, string>, string]>([
  ['another archive number', { 'External-Identifier': 'Z109-WS·2021-D30-JGDW-9999' }, 'D30-JGDW-9999'],
  ['a label more', { 'Rectify-Drill': 'x' }, 'Rectify-Drill "x"'],
  ['letters that do not show', { 'Source-Organization': '\u202e局' }, 'Source-Organization'],
])('nor is its own with %s', async (_, labels, said) => {
  const world = await archived();
  await forge(world, () => undefined, labels);
  await expectRefused(world, said);
});

test('what is no bag at all in its place is named, and the item goes on once it is gone', async () => {
  const world = await unarchived();
  await mkdir(join(world.root, 'bags/2021-03'), { recursive: true });
  await writeFile(join(world.root, world.name), 'x');
  const failure = await failureOf(archive(world.store, orderFor(world.life)));
  expect(failure).toMatchObject({ type: 'BagOfOther' });
  expect(String(failure)).toContain('nor any bag');
  await moveAway(world);
  expect(await archive(world.store, orderFor(world.life))).toMatchObject({ bag: world.name });
});

test('a foreign bag with many differences is told in few words', async () => {
  const world = await archived();
  await forge(world, (files) => {
    for (let no = 0; no < 50; no += 1) files.set(`data/more-${String(no)}.txt`, Buffer.from(String(NOW)));
  });
  await expectRefused(world, 'and 42 more', '另有 42 处');
});
