import fc from 'fast-check';
import { anItem } from '../../testing/item';
import { checkRecord } from './check-record';
import { aBag, bytes } from '../../testing/item-record';
import { type BagContent, isMail, isRead, readRecord, RECORD } from './read-record';
import type { RecordFault } from './record-fault';

const bag = aBag();
const withFile = (file: string, content: Uint8Array): BagContent => ({
  ...bag,
  files: new Map(bag.files).set(file, content),
});
/** What must be JSON; of a page and of a mail only what it says is judged. */
const READ = [...bag.files.keys()].filter((path) => path.endsWith('json'));
const faultsOf = (given: BagContent): RecordFault[] => readRecord(given).faults;

test('the files that are read are all but the evidence', () => {
  const evidence = [...bag.payload.keys()].filter((path) => !isRead(path));
  expect(evidence.every((path) => path.startsWith('data/evidence/'))).toBe(true);
  expect([...bag.payload.keys()].filter(isRead).sort()).toEqual([...bag.files.keys()].sort());
});

test.each([
  ['Message-ID: <1@example.org>\r\n\r\n', '<1@example.org>'],
  ['From: x\nmessage-id:\n <1@example.org> \nTo: y\n\nMessage-ID: <2@example.org>\n', '<1@example.org>'],
  ['From: x\r\n\r\nMessage-ID: <2@example.org>\r\n', undefined],
  ['Message-ID: <1@example.org> <2@example.org>\n\n', undefined],
  ['\u0000', undefined],
])('the Message-ID of a mail is that of its head: %j', (mail, id) => {
  const path = [...bag.files.keys()].find(isMail) ?? '';
  expect(readRecord(withFile(path, bytes(mail))).record.mails).toEqual([[path, id]]);
});

test('a record is read as it was written', () => {
  const { record, faults } = readRecord(bag);
  const { state, log, context } = anItem('closed');
  expect(faults).toEqual([]);
  expect(record.item).toMatchObject({ item: state.item, cycle: 1, status: 'closed' });
  expect(record.log).toHaveLength(log.length);
  expect(record.calendar?.version).toBe(context.calendar.version);
  expect(record.receipts).toHaveLength(1);
});

test('a version that replaces no number is malformed', () => {
  const text = new TextDecoder()
    .decode(bag.files.get(RECORD.item))
    .replace('"measure"', '"replaces":0,"measure"');
  expect(faultsOf(withFile(RECORD.item, bytes(text)))).toMatchObject([
    { type: 'record-malformed', file: RECORD.item, problem: 'wrong-form', at: 'evidence.0.replaces' },
  ]);
});

test('any rubbish in any file is named, and nothing is thrown', () => {
  const rubbish = fc.oneof(
    fc.uint8Array({ minLength: 1 }),
    fc.json().map(bytes),
    fc.array(fc.json(), { minLength: 1 }).map((lines) => bytes(lines.join('\n'))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...READ), rubbish, (file, content) => {
      const { record, faults } = readRecord(withFile(file, content));
      expect(faults).toContainEqual(expect.objectContaining({ type: 'record-malformed', file }));
      expect(new Set(faults.map((fault) => fault.file))).toEqual(new Set([file]));
      expect(() => checkRecord(record)).not.toThrow();
    }),
  );
});

describe('a malformed line of the log', () => {
  const lines = new TextDecoder().decode(bag.files.get(RECORD.log)).split('\n');
  const withLine = (index: number, line: string) =>
    withFile(RECORD.log, bytes(lines.with(index, line).join('\n')));

  test.each([
    ['rubbish', { problem: 'not-json' }],
    ['', { problem: 'not-json' }],
    ['{"seq":1e999}', { problem: 'out-of-bounds' }],
    ['{"seq":3}', { problem: 'wrong-form', at: 'at' }],
    [(lines[2] ?? '').replace('"type"', '"tpye"'), { problem: 'wrong-form', at: 'event' }],
    [(lines[2] ?? '').replace('"claimed"', '"signed"'), { problem: 'wrong-form', at: 'author' }],
  ])('is named by its number: %j', (line, malformed) => {
    const { record, faults } = readRecord(withLine(2, line));
    expect(faults).toEqual([{ type: 'record-malformed', file: RECORD.log, line: 3, ...malformed }]);
    expect(record.log).toBeUndefined();
    expect(checkRecord(record)).toEqual([]);
  });

  test('is one of the first twenty that are named', () => {
    expect(faultsOf(withFile(RECORD.log, bytes('\n'.repeat(1000))))).toHaveLength(20);
  });
});
