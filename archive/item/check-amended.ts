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

export type People = NonNullable<RecordContent['people']>['people'];

/** An item as an entry of its log finds it. */
export type Found = { entry: LogEntry; state: ItemState; planned: ItemContext['planned'] };

/**
 * Who is in the record, and who is or was the head of the body. `changed`: the entry by which another policy or calendar first came in
 * force, from which on the office corrects nothing alone; before it, the time that it had is that of a policy which the record has not.
 */
type Known = { people: People; heads: readonly PersonId[]; changed: number };

/** No policy gives the office more working days. */
const MOST_CORRECTIONS = 60;

/** What the time of correction was by, when an entry was made. */
const correctedBy = (
  { entry: { seq }, state: { born } }: Found,
  context: ItemContext,
  { changed }: Known,
): Pick<ItemContext, 'policy' | 'calendar'> => {
  const { policy, calendar } = context;
  if (changed === Infinity) return { policy, calendar };
  if (seq > changed) return { policy: { ...policy, version: `${born.policy} no more` }, calendar };
  return {
    policy: { ...policy, version: born.policy, corrections: { workingDays: MOST_CORRECTIONS } },
    calendar: { ...calendar, version: born.calendar },
  };
};

export const foundIn = (file: ItemFile, log: readonly LogEntry[]): Found[] => {
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

/** Whether what stands as the second signature under an entry is one: of the same text, by another person and key, either of whom is or was the head. */
export const isSeconded = (
  proof: Proof,
  by: PersonId,
  { people, heads }: Pick<Known, 'people' | 'heads'>,
): boolean => {
  if (!('countersigned' in proof)) return false;
  const { jws, countersigned } = proof;
  const { by: second, jws: other, at } = countersigned;
  const keys = people.find(({ id }) => id === second)?.keys ?? [];
  const isOther = second !== by && kidOf(other) !== kidOf(jws);
  return (
    [by, second].some((one) => heads.includes(one)) &&
    isOther &&
    other.split('.')[1] === jws.split('.')[1] &&
    !('fault' in openSigned(other, keys, at))
  );
};

/** What the command under an entry does to the item as it was: exactly what the log says, by somebody who might. */
const isAsSigned = (found: Found, context: ItemContext, known: Known): boolean => {
  const { entry, state, planned } = found;
  const { author, event, at: now } = entry;
  // Where people are taken at their word nothing but the log says what the command was.
  if (author?.identity !== 'signed') return true;
  const command = commandIn(author.jws);
  if (command?.type !== 'amend') return false;
  if (author.countersigned && !isSeconded(author, author.by, known)) return false;
  const then = { ...context, ...correctedBy(found, context, known), planned };
  const heard = { command, state, context: then, now, proof: author, isFull: false };
  return canonical(amendedBy(heard)[0] ?? null) === canonical(event);
};

/** What the rules ask of an item besides its state, as its record has it. */
export const contextIn = (
  file: ItemFile,
  { people, policy, calendar }: Pick<RecordContent, 'people' | 'policy' | 'calendar'>,
): ItemContext => {
  const { planned, round, archiveNumber } = stateIn(file);
  return { planned, round, archiveNumber, roster: people, policy, calendar } as unknown as ItemContext;
};

/** The head of the record, and those who had gone before: their office is another's by now. */
export const headsIn = (
  people: NonNullable<RecordContent['people']>,
  log: readonly LogEntry[],
): PersonId[] => {
  const { head } = people as unknown as ItemContext['roster'];
  const gone = log.flatMap(({ event }) => (event.type === 'office-replaced' ? [event.from] : []));
  return [head, ...gone];
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
  const change = log.find(({ event: { type } }) => type === 'policy-changed' || type === 'calendar-changed');
  const known = { people: people.people, heads: headsIn(people, log), changed: change?.seq ?? Infinity };
  const context = contextIn(file, { people, policy, calendar });
  const found = attempt(() => foundIn(file, log)) ?? [];
  return found.flatMap((one) =>
    one.entry.event.type !== 'amended' || attempt(() => isAsSigned(one, context, known))
      ? []
      : [{ type: 'amendment-differs' as const, file: RECORD.log, seq: one.entry.seq }],
  );
};
