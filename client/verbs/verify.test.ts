import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createArchiveActivities } from '../../activities/archive';
import type { ArchiveOrder, ArchiveResult } from '../../activities/contract';
import { aReceipt } from '../../domain/archive/fixture';
import { RECORD } from '../../domain/archive/read-record';
import { REAL_TIME } from '../../domain/calendar/clock';
import { hashOf } from '../../domain/hash';
import type { ItemLife } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import { aFile, anItem, doTheWork, give, NOW } from '../../domain/testing/deeds';
import { readBagInfo, verifyBag, writeBag } from '../../store/bag';
import { keepReceipt } from '../../store/receipts';
import type { Store } from '../../store/store';
import { scratchStore } from '../../store/test-support';
import { run } from '../cli';
import { aScreen } from '../testing/screen';

/** An item that was closed on evidence that lies in the store. */
const closedItem = async (store: Store): Promise<ItemLife> => {
  const life = anItem('in-progress');
  for (const { no } of life.state.measures) {
    const digest = await store.putEvidence(Readable.from([Buffer.from(`措施 ${no} 的佐证`)]));
    give(life, 'add-evidence', NOW, { measure: no, file: { ...aFile(), ...digest } });
  }
  doTheWork(life, NOW);
  for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, NOW);
  return life;
};

const orderFor = (life: ItemLife, mailbox: string): ArchiveOrder => {
  const { state, log } = life.remember();
  const [notice] = aReceipt(life).notices;
  const slot = state.assignedAt;
  const expected = [{ mailbox, to: state.people.handler, id: notice?.id ?? '', kind: 'fact' as const, slot }];
  return { memory: { state, log }, context: life.context, clock: REAL_TIME, expected, at: NOW };
};

type Bag = { store: Store; name: string };

/** A bag as the worker archives an item, with one mail in it. */
const archived = async (): Promise<Bag> => {
  const { store } = await scratchStore();
  const life = await closedItem(store);
  const receipt = aReceipt(life);
  await keepReceipt(store, receipt, Buffer.from('Subject: test\r\n\r\n'));
  const { archiveItem } = createArchiveActivities(store);
  const inWorker = new MockActivityEnvironment();
  const { bag, missingMails } = await inWorker.run<[ArchiveOrder], ArchiveResult, typeof archiveItem>(
    archiveItem,
    orderFor(life, receipt.mailbox),
  );
  expect(missingMails).toBe(0);
  return { store, name: bag };
};

type Files = Map<string, Buffer>;

/** The same bag with other files in it, and every checksum of BagIt made anew. */
const forged = async ({ store, name }: Bag, change: (files: Files) => void): Promise<Bag> => {
  const bag = await store.folder(name);
  const files: Files = new Map();
  for (const path of await bag.files())
    if (path.startsWith('data/')) files.set(path, await buffer(await bag.open(path)));
  change(files);
  const info = Object.fromEntries((await readBagInfo(bag)).filter(([label]) => label !== 'Payload-Oxum'));
  const payload = [...files].map(([path, content]) => ({ path: path.slice('data/'.length), content }));
  await writeBag(store, 'forged', { info, payload });
  expect((await verifyBag(await store.folder('forged'))).valid).toBe(true);
  return { store, name: 'forged' };
};

const verify = async ({ store, name }: Bag, ...more: string[]): Promise<{ exit: number; out: string }> => {
  const screen = aScreen();
  const exit = await run(['verify', store.locate(name), ...more], screen);
  return { exit, out: screen.written.out };
};

type Told = { valid: boolean; faults: { type: string; file: string }[] };

/** What is found in a bag; exit code, sentences in both languages and JSON must agree. */
const faultsOf = async (bag: Bag): Promise<Told['faults']> => {
  const { exit, out: json } = await verify(bag, '--json');
  const [told] = JSON.parse(json) as Told[];
  const faults = told?.faults ?? [];
  expect([told?.valid, exit]).toEqual(faults.length === 0 ? [true, 0] : [false, 6]);
  for (const language of ['zh-CN', 'en']) {
    const { exit: again, out } = await verify(bag, '--lang', language);
    expect(again).toBe(exit);
    expect(out.match(/^ {2}[^ ]+: .+$/gm) ?? []).toHaveLength(faults.length);
    for (const { file } of faults) expect(out).toContain(`  ${file}: `);
  }
  return faults;
};

const linesOf = (files: Files): string[] => String(files.get(RECORD.log)).trimEnd().split('\n');

const writeLog = (files: Files, lines: readonly string[]): void =>
  void files.set(RECORD.log, Buffer.from(lines.map((line) => `${line}\n`).join('')));

const evidenceIn = (files: Files): string => {
  const path = [...files.keys()].find((name) => name.startsWith('data/evidence/'));
  if (path === undefined) throw new Error('the bag has no evidence');
  return path;
};

test('a bag as the worker writes it is valid to its last word', async () => {
  const bag = await archived();
  expect(await faultsOf(bag)).toEqual([]);
  expect((await verify(bag)).out).toContain('记录前后一致');
});

describe('with checksums that are right, it is found', () => {
  test('that an entry of the log was changed', async () => {
    const bag = await forged(await archived(), (files) => {
      const lines = linesOf(files);
      writeLog(files, lines.with(2, (lines[2] ?? '').replace('"evidence-added"', '"evidence-taken"')));
    });
    expect(await faultsOf(bag)).toEqual([
      { type: 'log-broken', file: RECORD.log, seq: 3, fault: 'wrong-hash' },
    ]);
  });

  test('that an entry was changed and its own hash mended', async () => {
    const bag = await forged(await archived(), (files) => {
      const lines = linesOf(files);
      const { hash, ...entry } = JSON.parse(lines[2] ?? '') as LogEntry;
      const content = { ...entry, was: hash };
      writeLog(files, lines.with(2, JSON.stringify({ ...content, hash: hashOf(content) })));
    });
    expect(await faultsOf(bag)).toEqual([
      { type: 'log-broken', file: RECORD.log, seq: 4, fault: 'broken-chain' },
    ]);
  });

  test('that the last entry was removed', async () => {
    const bag = await forged(await archived(), (files) => {
      writeLog(files, linesOf(files).slice(0, -1));
    });
    expect(await faultsOf(bag)).toMatchObject([
      { type: 'log-head-differs', file: RECORD.log },
      { type: 'not-accepted', file: RECORD.log },
    ]);
  });

  test('that there is rubbish in the log, and in which line', async () => {
    const bag = await forged(await archived(), (files) => {
      writeLog(files, linesOf(files).with(3, '\u001b[2Jrubbish'));
    });
    expect(await faultsOf(bag)).toEqual([
      { type: 'record-malformed', file: RECORD.log, line: 4, problem: 'not-json' },
    ]);
  });

  test('that evidence was swapped', async () => {
    let file = '';
    const bag = await forged(await archived(), (files) => {
      file = evidenceIn(files);
      files.set(file, Buffer.from('另一份文件'));
    });
    expect(await faultsOf(bag)).toMatchObject([{ type: 'evidence-differs', file }]);
  });

  test('that evidence was given another title everywhere but in the log', async () => {
    const bag = await forged(await archived(), (files) => {
      for (const list of [RECORD.evidence, RECORD.item])
        files.set(list, Buffer.from(String(files.get(list)).replaceAll(aFile().title, '另一份文件')));
    });
    expect(await faultsOf(bag)).toMatchObject([
      { type: 'manifest-hash-differs', file: RECORD.evidence },
      { type: 'manifest-not-accepted', file: RECORD.evidence },
    ]);
  });

  test('that a mail was taken out', async () => {
    let mail = '';
    const bag = await forged(await archived(), (files) => {
      mail = [...files.keys()].find((name) => name.endsWith('.eml')) ?? '';
      files.delete(mail);
    });
    expect(await faultsOf(bag)).toMatchObject([{ type: 'mail-missing', file: mail }]);
  });

  test('that it is no record at all', async () => {
    const bag = await forged(await archived(), (files) => {
      files.clear();
      files.set('data/other.txt', Buffer.from('other'));
    });
    const faults = await faultsOf(bag);
    expect(faults.map(({ file }) => file)).toEqual(Object.values(RECORD));
  });

  test('that a file is larger than any record', async () => {
    const bag = await forged(await archived(), (files) => {
      files.set(RECORD.policy, Buffer.alloc(9 * 1024 * 1024, ' '));
    });
    expect(await faultsOf(bag)).toMatchObject([
      { type: 'record-malformed', file: RECORD.policy, problem: 'too-large' },
    ]);
  });
});

test('one rotten bag among several does not keep the others from being checked', async () => {
  const [whole, rotten] = [await archived(), await archived()];
  await rm(join(rotten.store.locate(rotten.name), RECORD.item));
  const screen = aScreen();
  const bags = [rotten, whole].map(({ store, name }) => store.locate(name));
  expect(await run(['verify', ...bags, '--json'], screen)).toBe(6);
  expect(JSON.parse(screen.written.out)).toMatchObject([{ valid: false }, { valid: true }]);
});
