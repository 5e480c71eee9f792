import { anAddition, NEW } from '../../testing/additions';
import { NOW } from '../../testing/item';
import { aBag, bytes } from '../../testing/item-record';
import { PEOPLE } from '../../testing/world';
import { OpenedRound } from '../../testing/opened-round';
import type { LogEntry } from '../../domain/item/log';
import { OPENING_FILE } from '../opening';
import { opened } from './check-opening';
import { readRecord, type RecordContent } from './read-record';

/** The record of an item that the office has added to a round. */
const record = ((): RecordContent => {
  const round = new OpenedRound();
  const added = [anAddition({ leader: PEOPLE.head, acceptor: PEOPLE.oversight })];
  const refusal = round.order('amend', NOW, { basedOn: 1, changes: [], added });
  if (refusal) throw new Error(JSON.stringify(refusal));
  const life = round.item(NEW);
  const bag = aBag(life);
  const files = new Map(bag.files).set(OPENING_FILE, bytes(JSON.stringify(life.context.opening)));
  return readRecord({ ...bag, files, payload: new Map(bag.payload).set(OPENING_FILE, 'any') }).record;
})();

const withFirst = (change: (first: LogEntry) => object): RecordContent => ({
  ...record,
  log: record.log?.map((entry, index) => (index === 0 ? (change(entry) as LogEntry) : entry)),
});

const differs = { type: 'opening-differs', file: OPENING_FILE };

test('an item that was added is so by its first entry and by its opening', () => {
  expect(record.log?.[0]).toMatchObject({ event: { added: { version: 2 } } });
  expect(opened(record)).toEqual([]);
});

test.each([
  ['has nobody as its author', withFirst(({ author: _, ...entry }) => entry)],
  [
    'does not say so',
    withFirst(({ event, ...entry }) => ({ ...entry, event: { ...event, added: undefined } })),
  ],
  [
    'is by another command',
    withFirst((entry) => ({ ...entry, author: { ...entry.author, jws: 'e30.e30.AAAA' } })),
  ],
])('not where its first entry %s', (_, changed) => {
  expect(opened(changed)).toContainEqual(differs);
});
