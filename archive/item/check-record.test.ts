import fc from 'fast-check';
import { hashOf } from '../../base/hash';
import { ItemId, Sha256, Sha512 } from '../../base/ids';
import type { LogEntry } from '../../domain/item/log';
import type { Receipt } from '../../domain/ladder/notice';
import { anItem } from '../../testing/item';
import { checkRecord } from './check-record';
import { aBag, aReceipt } from '../../testing/item-record';
import { readRecord, RECORD, type RecordContent } from './read-record';
import { LOG_HEAD, mailPath, receiptPath } from './record';
import type { RecordFault } from './record-fault';

const life = anItem('closed');
const { log } = life;
const HEAD = log.at(-1)?.hash ?? '';
/** Of a form that says nothing of what is made of the log: that is judged in `check-told.test.ts`. */
const WHOLE: RecordContent = { ...readRecord(aBag(life)).record, info: [[LOG_HEAD, HEAD]] };

const RECEIPT = `data/${receiptPath(aReceipt(life))}`;
const MAIL = `data/${mailPath(aReceipt(life))}`;
const SEALED: Receipt = {
  ...aReceipt(life),
  schemaVersion: 2,
  eml: Sha256.parse('a'.repeat(64)),
  seal: 'k1.x',
};
const [FIRST = ''] = [...WHOLE.payload.keys()].filter((path) => path.startsWith('data/evidence/'));
const OTHER = 'd'.repeat(128);

type Change = Partial<RecordContent>;

const without = (path: string): Change => ({
  payload: new Map([...WHOLE.payload].filter(([other]) => other !== path)),
});
const having = (path: string, sha512: string): Change => ({
  payload: new Map(WHOLE.payload).set(path, sha512),
});
const item = (more: object): Change => ({ item: WHOLE.item && { ...WHOLE.item, ...more } });
const manifest = (more: object): Change => ({ evidence: WHOLE.evidence && { ...WHOLE.evidence, ...more } });
const logOf = (entries: LogEntry[]): Change => ({
  log: entries,
  info: [[LOG_HEAD, entries.at(-1)?.hash ?? '']],
});
const receiptOf = (id: string, of: ItemId = life.state.item): Change => ({
  receipts: [[RECEIPT, aReceipt(life, { notices: [{ id, item: of }] })]],
});
/** The files of evidence as they are, except the first. */
const files = (more: object) =>
  (WHOLE.evidence?.files ?? []).map((file, index) => (index === 0 ? { ...file, ...more } : file));

/** The log with an entry changed, and this and every later hash computed again. */
const mended = (place: number, change: (entry: LogEntry) => LogEntry): LogEntry[] => {
  const made: LogEntry[] = [];
  for (const [index, entry] of log.entries()) {
    const { hash, ...content } = index === place ? change(entry) : entry;
    const next = { ...content, prev: made.at(-1)?.hash ?? content.prev };
    made.push({ ...next, hash: index < place ? hash : hashOf(next) });
  }
  return made;
};

type Found = { type: RecordFault['type']; file: string; [field: string]: unknown };
const CHANGES: Record<string, { change: Change; faults: Found[] }> = {
  'a last entry that was removed': {
    change: { log: log.slice(0, -1) },
    faults: [
      { type: 'log-head-differs', file: RECORD.log, expected: HEAD, found: log.at(-2)?.hash },
      { type: 'not-accepted', file: RECORD.log },
    ],
  },
  'a last entry that was removed, with the head made to fit': {
    change: logOf(log.slice(0, -1)),
    faults: [{ type: 'not-accepted', file: RECORD.log }],
  },
  'a head that is not named': {
    change: { info: [] },
    faults: [{ type: 'log-head-differs', file: RECORD.log, expected: '', found: HEAD }],
  },
  'two heads': {
    change: { info: [...WHOLE.info, [LOG_HEAD.toLowerCase(), 'x']] },
    faults: [{ type: 'log-head-differs', file: RECORD.log, expected: `${HEAD}, x` }],
  },
  'a log of another item': {
    change: { item: WHOLE.item && { ...WHOLE.item, born: { policy: 'another', calendar: 'another' } } },
    faults: [
      { type: 'log-broken', file: RECORD.log, seq: 1, fault: 'broken-chain' },
      { type: 'version-differs', file: RECORD.policy, expected: 'another' },
      { type: 'version-differs', file: RECORD.calendar, expected: 'another' },
    ],
  },
  'a policy that was never in force': {
    change: { policy: { version: 'another' } },
    faults: [{ type: 'version-differs', file: RECORD.policy, expected: 'default-1', found: 'another' }],
  },
  'an acceptance of other evidence, with every hash mended': {
    change: logOf(
      mended(log.length - 1, (entry) => ({
        ...entry,
        event: { type: 'accepted', evidence: Sha256.parse('b'.repeat(64)) },
      })),
    ),
    faults: [
      {
        type: 'manifest-not-accepted',
        file: RECORD.evidence,
        seq: log.length,
        expected: 'b'.repeat(64),
        found: WHOLE.evidence?.hash,
      },
    ],
  },
  'a manifest that does not give its hash': {
    change: manifest({ hash: 'c'.repeat(64) }),
    faults: [{ type: 'manifest-hash-differs', file: RECORD.evidence, found: WHOLE.evidence?.hash }],
  },
  'a manifest with something that no schema knows': {
    change: manifest({ files: files({ note: 'x' }) }),
    faults: [
      { type: 'manifest-hash-differs', file: RECORD.evidence },
      { type: 'manifest-not-accepted', file: RECORD.evidence },
      { type: 'manifest-not-of-item', file: RECORD.item },
    ],
  },
  'a version that is said to replace another': {
    change: { ...item({ evidence: files({ replaces: 2 }) }), ...manifest({ files: files({ replaces: 2 }) }) },
    faults: [
      { type: 'manifest-hash-differs', file: RECORD.evidence },
      { type: 'manifest-not-accepted', file: RECORD.evidence },
    ],
  },
  'an item with other evidence': {
    change: item({ evidence: files({ title: '另一份' }) }),
    faults: [
      { type: 'manifest-not-of-item', file: RECORD.item, expected: WHOLE.evidence?.hash },
      { type: 'titles-differ', file: RECORD.evidence },
    ],
  },
  'evidence that is not there': {
    change: without(FIRST),
    faults: [{ type: 'evidence-missing', file: FIRST, expected: WHOLE.payload.get(FIRST) }],
  },
  'evidence that was swapped': {
    change: having(FIRST, OTHER),
    faults: [{ type: 'evidence-differs', file: FIRST, expected: WHOLE.payload.get(FIRST), found: OTHER }],
  },
  'a file put among the evidence': {
    change: having('data/evidence/measure-1/009-x.pdf', OTHER),
    faults: [{ type: 'evidence-unnamed', file: 'data/evidence/measure-1/009-x.pdf' }],
  },
  'another title': {
    change: manifest({ paths: { ...WHOLE.evidence?.paths, [FIRST.slice('data/'.length)]: '另一份' } }),
    faults: [{ type: 'titles-differ', file: RECORD.evidence }],
  },
  'a receipt without its mail': {
    change: without(MAIL),
    faults: [{ type: 'mail-missing', file: MAIL, receipt: RECEIPT }],
  },
  'a mail without its receipt': {
    change: without(RECEIPT),
    faults: [{ type: 'receipt-missing', file: RECEIPT, mail: MAIL }],
  },
  'a mail that is not the one of its receipt': {
    change: { mails: [[MAIL, '<2@example.org>']] },
    faults: [{ type: 'mail-differs', file: MAIL, expected: '<1@example.org>', found: '<2@example.org>' }],
  },
  'a mail that is not the one whose hash its receipt has': {
    change: { receipts: [[RECEIPT, SEALED]], mailHashes: new Map([[MAIL, 'b'.repeat(64)]]) },
    faults: [{ type: 'mail-altered', file: MAIL, expected: 'a'.repeat(64), found: 'b'.repeat(64) }],
  },
  'a mail that has no Message-ID': {
    change: { mails: [[MAIL, undefined]] },
    faults: [{ type: 'mail-differs', file: MAIL, expected: '<1@example.org>', found: '' }],
  },
  'a receipt in the place of another': {
    change: { receipts: [[RECEIPT, aReceipt(life, { part: 2 })]] },
    faults: [{ type: 'receipt-misplaced', file: RECEIPT, expected: RECEIPT.replace('.json', '~2.json') }],
  },
  'a receipt for others': {
    change: receiptOf('2021-03/1.3/c1#1', ItemId.parse('2021-03/1.3')),
    faults: [{ type: 'receipt-of-others', file: RECEIPT }],
  },
  'a mail that told of an entry that is gone': {
    change: receiptOf(`${life.state.item}/c1#99`),
    faults: [
      {
        type: 'receipt-beyond-log',
        file: RECEIPT,
        notice: `${life.state.item}/c1#99`,
        entries: log.length,
      },
    ],
  },
};

const missing = Object.values(RECORD).map((file) => [file] as const);

describe('the record of an archived item', () => {
  test('holds together', () => {
    expect(checkRecord(WHOLE)).toEqual([]);
  });

  test.each(Object.entries(CHANGES))('shows %s', (_, { change, faults }) => {
    const found = checkRecord({ ...WHOLE, ...change });
    expect(found).toMatchObject(faults);
    expect(found).toHaveLength(faults.length);
  });

  test.each(missing)('shows that %s is missing', (file) => {
    expect(checkRecord({ ...WHOLE, ...without(file) })).toEqual([{ type: 'record-missing', file }]);
  });

  test('shows any entry that was changed by its number', () => {
    fc.assert(
      fc.property(fc.nat(log.length - 1), (place) => {
        const changed = log.map((entry, index) =>
          index === place ? { ...entry, event: { ...entry.event, note: 'x' } } : entry,
        );
        const fault = { type: 'log-broken', file: RECORD.log, seq: place + 1, fault: 'wrong-hash' };
        expect(checkRecord({ ...WHOLE, log: changed })).toEqual([fault]);
      }),
    );
  });

  test('shows a change after which every hash was mended, by the head that was not', () => {
    fc.assert(
      fc.property(fc.nat(log.length - 2), (place) => {
        const changed = mended(place, (entry) => ({
          ...entry,
          event: { type: 'progress-reported', text: '已完成' },
        }));
        const faults = checkRecord({ ...WHOLE, log: changed });
        expect(faults).toMatchObject([{ type: 'log-head-differs', file: RECORD.log, expected: HEAD }]);
      }),
    );
  });

  test('finds evidence also under an extension that another version gave it', () => {
    const path = FIRST.replace(/\.pdf$/, '.bin');
    const sha512 = Sha512.parse(WHOLE.payload.get(FIRST));
    const payload = new Map(without(FIRST).payload).set(path, sha512);
    const paths = Object.fromEntries(
      Object.entries(WHOLE.evidence?.paths ?? {}).map(([name, title]) =>
        `data/${name}` === FIRST ? [path.slice('data/'.length), title] : [name, title],
      ),
    );
    expect(checkRecord({ ...WHOLE, ...manifest({ paths }), payload })).toEqual([]);
  });

  test('says nothing of parts that could not be read', () => {
    const nothing = {
      item: undefined,
      log: undefined,
      policy: undefined,
      calendar: undefined,
      evidence: undefined,
    };
    expect(checkRecord({ ...WHOLE, ...nothing, receipts: [] })).toEqual([]);
  });
});
