import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import { kidOf, openSigned } from '../../domain/identity';
import { amendedBy } from '../../domain/item/amend/events';
import { plannedAfter } from '../../domain/item/amend/planned';
import { begin, beginningIn, evolve } from '../../domain/item/evolve';
import type { LogEntry, Proof } from '../../domain/item/log';
import type { ItemContext, ItemState } from '../../domain/item/state';
import { attempt } from '../compare';
import { commandIn } from '../signed-words';
import { type ItemFile, stateIn } from './item-file';
import { RECORD, type RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

type People = NonNullable<RecordContent['people']>['people'];

/** An item as an entry of its log finds it. */
type Found = { entry: LogEntry; state: ItemState; planned: ItemContext['planned'] };

const foundIn = (file: ItemFile, log: readonly LogEntry[]): Found[] => {
  const { item, cycle, born } = file;
  const [first, ...rest] = log;
  const beginning = beginningIn(log);
  if (!first || !beginning) return [];
  let planned = file.firstPlanned ?? file.planned;
  const origin = { planned, policy: { version: born.policy }, calendar: { version: born.calendar } };
  let state = begin(origin, { item, cycle }, first, beginning);
  return rest.map((entry) => {
    const found = { entry, state, planned };
    state = evolve(state, entry);
    planned = plannedAfter(planned, entry.event);
    return found;
  });
};

/** Whether what stands as the second signature under an entry is one: of the same text, by another person and key. */
const isSeconded = (proof: Proof, by: PersonId, people: People): boolean => {
  if (!('countersigned' in proof)) return false;
  const { jws, countersigned } = proof;
  const { by: second, jws: other, at } = countersigned;
  const keys = people.find(({ id }) => id === second)?.keys ?? [];
  const isOther = second !== by && kidOf(other) !== kidOf(jws);
  return isOther && other.split('.')[1] === jws.split('.')[1] && !('fault' in openSigned(other, keys, at));
};

/** What the command under an entry does to the item as it was: exactly what the log says, by somebody who might. */
const isAsSigned = (
  { entry, state, planned }: Found,
  context: ItemContext,
  { people, isSure }: { people: People; isSure: boolean },
): boolean => {
  const { author, event, at: now } = entry;
  // Where people are taken at their word nothing but the log says what the command was.
  if (author?.identity !== 'signed') return true;
  const command = commandIn(author.jws);
  if (command?.type !== 'amend') return false;
  if (author.countersigned && !isSeconded(author, author.by, people)) return false;
  // Under which policy and calendar the office corrected the plan, is not sure where others came in force.
  const proof: Proof =
    isSure || author.countersigned
      ? author
      : { ...author, countersigned: { first: now, by: author.by, jws: author.jws, at: now } };
  const heard = { command, state, context: { ...context, planned }, now, proof, isFull: false };
  return canonical(amendedBy(heard)[0] ?? null) === canonical(event);
};

/**
 * Every amendment in the log of an item is what was signed, made of the item as it was, with the head's signature where it takes
 * that.
 */
export const amended = (record: RecordContent): RecordFault[] => {
  const { item, log, policy, calendar, people } = record;
  if (!item || !log || !policy || !calendar || !people) return [];
  if (!log.some(({ event }) => event.type === 'amended')) return [];
  const file = item as unknown as ItemFile;
  const isSure = !log.some(({ event: { type } }) => type === 'policy-changed' || type === 'calendar-changed');
  const { planned, round, archiveNumber } = stateIn(file);
  const context = {
    planned,
    round,
    archiveNumber,
    roster: people,
    policy,
    calendar,
  } as unknown as ItemContext;
  const found = attempt(() => foundIn(file, log)) ?? [];
  return found.flatMap((one) =>
    one.entry.event.type !== 'amended' ||
    attempt(() => isAsSigned(one, context, { people: people.people, isSure }))
      ? []
      : [{ type: 'amendment-differs' as const, file: RECORD.log, seq: one.entry.seq }],
  );
};
