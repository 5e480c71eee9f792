import type { LogEntry } from '../../domain/item/log';
import type { RoundEvent } from '../../domain/round/event';
import { archiveIt, NOW } from '../../testing/item';
import { FIRST, SECOND, WholeRound } from '../../testing/round';
import { SignedRound } from '../../testing/signed-round';
import { at, PEOPLE } from '../../testing/world';
import { signedByKeys } from './check-signatures';
import { undone } from './check-undone';
import type { RoundContent } from './read';

const { head, office, oversight, handler } = PEOPLE;
const FAR = at('2022-06-01');

type Log = readonly LogEntry<RoundEvent>[];

/** The record of a round that closed by itself, its import undone. */
const recordOf = (round: WholeRound, planImported: object): RoundContent => {
  for (const number of [FIRST, SECOND]) {
    round.item(number).takePosts(FAR, 'w');
    archiveIt(round.item(number), FAR);
  }
  round.settle(FAR);
  round.life.passTime(FAR);
  const { log, head: last, ledger } = round.life;
  return {
    round: { round: last.round },
    log,
    ledger: { rows: ledger.rows },
    people: last.roster,
    policy: last.policy,
    planImported,
  } as unknown as RoundContent;
};

const signedRecord = (by: string = office, second: string = head): RoundContent => {
  const round = new SignedRound();
  const planImported = { ...round.life.head };
  round.second(round.ask('undo-import', NOW, { by, number: '整改办〔2021〕6号' }), second, NOW);
  return recordOf(round, planImported);
};

const WHOLE = signedRecord();

const with_ = (change: (log: Log) => readonly object[]): RoundContent => ({
  ...WHOLE,
  log: JSON.parse(JSON.stringify(change(WHOLE.log ?? []))) as Log,
});

const withEvent = (type: string, more: object) =>
  with_((log) =>
    log.map((entry) =>
      entry.event.type === type ? { ...entry, event: { ...entry.event, ...more } } : entry,
    ),
  );

const withAuthor = (type: string, more: object | undefined) =>
  with_((log) =>
    log.map((entry) =>
      entry.event.type === type
        ? { ...entry, author: more && { ...(entry.author as object), ...more } }
        : entry,
    ),
  );

test('the record of a round that was undone holds together, whoever of the two asked', () => {
  for (const record of [WHOLE, signedRecord(head, office)]) {
    expect(record.log?.at(-1)?.event.type).toBe('round-closed');
    expect(undone(record)).toEqual([]);
    expect(signedByKeys(record)).toEqual([]);
  }
});

test.each([
  ['nobody asked for', withEvent('import-undone', { asked: undefined })],
  ['the office has signed twice', withAuthor('import-undone', { by: office })],
  ['oversight has signed', withAuthor('import-undone', { by: oversight })],
  [
    'comes after a notice',
    with_((log) => [log[0] ?? {}, { ...log[0], event: { type: 'notice-published' } }, ...log.slice(1)]),
  ],
  ['is no undoing, for all that the round closed by it', withEvent('round-closed', { undone: 1 })],
  ['somebody else has closed', withAuthor('round-closed', { by: handler })],
  [
    'left something open',
    { ...WHOLE, ledger: { rows: [{ ...WHOLE.ledger?.rows[0], status: 'archived' }] } } as never,
  ],
])('a round is not undone by what %s', (_, record: RoundContent) => {
  expect(undone(record)).toContainEqual(expect.objectContaining({ type: 'undo-differs' }));
});

test('what was signed is what the entry says', () => {
  for (const more of [{ reason: '别的原因' }, { number: '整改办〔2021〕7号' }])
    expect(signedByKeys(withEvent('import-undone', more))).toContainEqual(
      expect.objectContaining({ type: 'signature-differs', field: Object.keys(more)[0] }),
    );
});

test('no item says of itself that its round was undone', () => {
  const record = with_((log) => log.slice(0, 1));
  expect(undone(record)).toEqual([expect.objectContaining({ type: 'summary-differs', field: 'rows' })]);
});

test('where people are taken at their word the head has given it', () => {
  const round = new WholeRound();
  const planImported = { ...round.life.head };
  round.give('undo-import', NOW, { by: head });
  const record = recordOf(round, planImported);
  expect(undone(record)).toEqual([]);
  const log = record.log?.map((entry) =>
    entry.event.type === 'import-undone' && entry.author
      ? { ...entry, author: { ...entry.author, by: office } }
      : entry,
  );
  expect(undone({ ...record, log })).toHaveLength(1);
});
