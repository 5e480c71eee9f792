import type { LogEntry } from '../../domain/item/log';
import { give, NOW } from '../../testing/item';
import { aBag } from '../../testing/item-record';
import { keyNamed } from '../../testing/keys';
import { FIRST, WholeRound } from '../../testing/round';
import { SignedRound } from '../../testing/signed-round';
import { PEOPLE } from '../../testing/world';
import { commandIn } from '../signed-words';
import { signed } from './check-signatures';
import { told } from './check-told';
import { undone } from './check-undone';
import { readRecord, type RecordContent } from './read-record';

const { head, office, handler } = PEOPLE;

/** The record of an item whose round was undone: asked by `by`, signed by `second` after it. */
const recordOf = (by: string = office, second: string = head): RecordContent => {
  const round = new SignedRound();
  give(round.item(), 'acknowledge', NOW);
  round.second(round.ask('undo-import', NOW, { by, number: '整改办〔2021〕6号' }), second, NOW);
  return readRecord(aBag(round.item(FIRST))).record;
};

/** What the handler did nobody has signed here. */
const misSigned = (record: RecordContent) => signed(record).filter(({ type }) => type !== 'act-unsigned');

const WHOLE = recordOf();

const withEntry = (type: string, change: (entry: LogEntry) => object): RecordContent => ({
  ...WHOLE,
  log: WHOLE.log?.map((entry) =>
    // As a bag has it: what is undefined is not there.
    entry.event.type === type ? (JSON.parse(JSON.stringify(change(entry))) as LogEntry) : entry,
  ),
});

const withAuthor = (more: object) =>
  withEntry('withdrawn', (entry) => ({ ...entry, author: { ...entry.author, ...more } }));

const differs = [expect.objectContaining({ type: 'undo-differs' })];

test('the record of an item that was undone holds together, whoever of the two asked', () => {
  for (const record of [WHOLE, recordOf(head, office)]) {
    expect(undone(record)).toEqual([]);
    expect(misSigned(record)).toEqual([]);
    expect(told(record)).toEqual([]);
  }
  expect(WHOLE.page).toContain('随整轮导入一并撤销');
});

test('so does that of an item which had moved on, and was withdrawn later', () => {
  const round = new SignedRound();
  give(round.item(), 'acknowledge', NOW);
  const command = round.ask('undo-import', NOW);
  round.life.countersign(keyNamed(head).sign(command), NOW);
  give(round.item(), 'report-progress', NOW);
  round.settle(NOW);
  give(round.item(), 'withdraw', NOW);
  const { record } = readRecord(aBag(round.item()));
  expect(record.log?.map(({ event }) => event.type)).toContain('undo-refused');
  expect(undone(record)).toEqual([]);
  expect(misSigned(record)).toEqual([]);
});

test.each([
  ['has no second signature', withAuthor({ countersigned: undefined })],
  [
    'is seconded by another text',
    withAuthor({
      countersigned: {
        ...(WHOLE.log?.at(-1)?.author as { countersigned: object }).countersigned,
        jws: 'e30.e30.AAAA',
      },
    }),
  ],
  [
    'does not say so',
    withEntry('withdrawn', (entry) => ({ ...entry, event: { ...entry.event, undone: undefined } })),
  ],
  [
    'is by the head and somebody who is not of the office',
    (() => {
      const record = recordOf(head, office);
      const log = record.log?.map((entry) => {
        if (entry.event.type !== 'withdrawn' || entry.author?.identity !== 'signed') return entry;
        const { countersigned, jws } = entry.author;
        const other = { ...countersigned, by: handler, jws: keyNamed(handler).sign(commandIn(jws) ?? {}) };
        return { ...entry, author: { ...entry.author, countersigned: other } };
      });
      return { ...record, log: log as LogEntry[] };
    })(),
  ],
  [
    'is of a time to come',
    withEntry('withdrawn', (entry) => ({ ...entry, event: { ...entry.event, undone: entry.at + 1 } })),
  ],
  [
    'comes after work',
    withEntry('acknowledged', (entry) => ({
      ...entry,
      event: { type: 'progress-reported', text: '已收回' },
    })),
  ],
  [
    'is said to have been refused',
    withEntry('withdrawn', (entry) => ({ ...entry, event: { type: 'undo-refused', work: ['progress'] } })),
  ],
])('an item is not undone by what %s', (_, record) => {
  expect(undone(record)).toEqual(differs);
});

test('where people are taken at their word the head has given it', () => {
  const round = new WholeRound();
  round.give('undo-import', NOW, { by: head });
  const record = readRecord(aBag(round.item())).record;
  expect(undone(record)).toEqual([]);
  const log = record.log?.map((entry) =>
    entry.event.type === 'withdrawn' && entry.author
      ? { ...entry, author: { ...entry.author, by: handler } }
      : entry,
  );
  expect(undone({ ...record, log })).toEqual(differs);
});
