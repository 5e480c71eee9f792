import { anAddition, NEW } from '../../testing/additions';
import { NOW } from '../../testing/item';
import { aBag, bytes } from '../../testing/item-record';
import { keyNamed } from '../../testing/keys';
import { kidOf, payloadIn } from '../../domain/identity';
import { PEOPLE } from '../../testing/world';
import { OpenedRound } from '../../testing/opened-round';
import type { LogEntry } from '../../domain/item/log';
import { BODY } from '../../testing/opening';
import { pinnedKeysOf } from '../../domain/round/opening/trust';
import { OPENING_FILE, openedBy } from '../opening';
import { opened } from './check-opening';
import { readRecord, type RecordContent } from './read-record';

const round = new OpenedRound();

/** The record of an item that the office has added to a round. */
const record = ((): RecordContent => {
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

const payloadOf = (jws: string): object => {
  const said = payloadIn(jws);
  if ('fault' in said) throw new Error(said.fault);
  return said.payload as object;
};

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

describe('who has added it', () => {
  const { opening } = record;
  const added = opening?.added;
  if (!added) throw new Error('nobody has added it');
  const pins = { [BODY]: pinnedKeysOf(round.life.head.roster) };
  const told = new Set([added.jws]);

  test('is told, and is proved by a pinned key or by the record of the round', () => {
    const kid = kidOf(added.jws);
    expect(openedBy(opening, undefined)).toMatchObject({
      opening: { added: { person: PEOPLE.office, kid } },
      faults: [],
    });
    expect(openedBy(opening, pins)).toMatchObject({ opening: { pinned: true }, faults: [] });
    expect(openedBy(opening, pins, told).faults).toEqual([]);
  });

  test('is proved by the second signature where there are two: under that one the round has it', () => {
    const jws = keyNamed(PEOPLE.head).sign(payloadOf(added.jws));
    const second = { by: PEOPLE.head, jws, at: added.at, first: added.at };
    const seconded = { ...opening, added: { ...added, countersigned: second } };
    expect(openedBy(seconded, pins, new Set([jws]))).toMatchObject({
      opening: { added: { person: PEOPLE.office, countersigned: PEOPLE.head } },
      faults: [],
    });
    // The entry that asked for it has the first.
    expect(openedBy(seconded, pins, told).faults).toEqual([{ type: 'added-untold', file: OPENING_FILE }]);
  });

  /** Somebody with a good key calls themselves the office, signs an amendment, and keeps the genuine opening. */
  const forged = (() => {
    const own = keyNamed(PEOPLE.handler);
    const command = { ...payloadOf(added.jws), by: PEOPLE.handler };
    const by = { ...added, by: PEOPLE.handler, jws: own.sign(command) };
    const people = { ...record.people, office: [PEOPLE.handler] };
    const log = withFirst(({ author, ...entry }) => ({ ...entry, author: { ...author, ...by } })).log;
    return { ...record, people, log, opening: { ...opening, added: by } } as RecordContent;
  })();

  test('is not proved by what the bag says of its office itself', () => {
    expect(opened(forged)).toEqual([]);
    expect(openedBy(forged.opening, pins)).toMatchObject({
      opening: { pinned: false },
      faults: [{ type: 'added-not-pinned', file: OPENING_FILE, person: PEOPLE.handler }],
    });
    for (const trusted of [pins, undefined])
      expect(openedBy(forged.opening, trusted, told).faults).toEqual([
        { type: 'added-untold', file: OPENING_FILE },
      ]);
  });

  test('nor by a key of oversight, but by the countersignature of the head', () => {
    const by = (person: string) => {
      const jws = keyNamed(person).sign(payloadOf(added.jws));
      const second = { by: person, jws, at: added.at, first: added.at };
      return {
        ...forged.opening,
        added: { ...forged.opening?.added, countersigned: second },
      } as typeof opening;
    };
    expect(openedBy(by(PEOPLE.oversight), pins).faults).toHaveLength(1);
    expect(openedBy(by(PEOPLE.head), pins).faults).toEqual([]);
  });
});
