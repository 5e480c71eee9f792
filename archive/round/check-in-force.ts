import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import type { Instant } from '../../domain/calendar/zone';
import { openSigned } from '../../domain/identity';
import type { PublicKey } from '../../domain/identity/key';
import type { LogEntry } from '../../domain/item/log';
import type { RenewalPlace } from '../../domain/identity/renewal';
import { roundAuthority } from '../../domain/round/authority';
import { RoundCommand } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import { type InForce, inForceAfter } from '../../domain/round/in-force';
import { signedKey } from '../../domain/round/keys/countersign';
import { inForceFrom, type KeyProposal, standingKeys } from '../../domain/round/keys/proposals';
import { isOverOffice, OFFICES, personIn } from '../../domain/round/offices';
import { notForOffice } from '../../domain/round/not-for-office';
import { withKey } from '../../domain/round/people';
import type { Roster } from '../../domain/round/roster';
import { attempt } from '../compare';
import { faultOfNewKey } from '../new-keys';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import type { RoundFault } from './record-fault';

type Entry = LogEntry<RoundEvent>;

/** An entry with what was in force before it. */
type Step = { entry: Entry; before: InForce };

/** What else there is to judge it by: what came before it, and which round it is of. */
type Known = { earlier: readonly Step[]; place: RenewalPlace };

/**
 * Whether those agree whose agreement a command needs that brings or takes keys and places. Asked whatever policy it says was in force: nobody
 * signs the opening of a round that takes people at their word, and none becomes one.
 */
const isAgreed = (command: RoundCommand, { entry, before }: Step, { earlier, place }: Known): boolean => {
  const { roster } = before;
  const head = { roster, policy: { ...before.policy, identity: 'signed' as const } };
  const log = earlier.map((step) => step.entry);
  if (notForOffice(command, { head, log })) return false;
  if (command.type !== 'replace-key') return true;
  const { keys = [] } = personIn(roster, command.person) ?? {};
  if (keys.length === 0) return !isOverOffice(command.person, roster);
  return command.endorsed !== undefined && !faultOfNewKey(entry, roster.people, place);
};

/** The command of an entry, if it was signed by a key that its author had before, and if they might give it. */
const commandOf = (step: Step, known: Known): RoundCommand | undefined => {
  const { author, at } = step.entry;
  const { roster, policy } = step.before;
  if (author?.identity !== 'signed') return undefined;
  const opened = openSigned(author.jws, personIn(roster, author.by)?.keys ?? [], at);
  const { data: command } = 'fault' in opened ? {} : RoundCommand.safeParse(opened.payload);
  const isTheirs = command?.by === author.by && !roundAuthority(command, { roster, policy });
  return isTheirs && isAgreed(command, step, known) ? command : undefined;
};

/** Whether a key takes effect when the calendar says that was in force at its second signature, not at a time that somebody wrote. */
const isInItsTime = (
  { entry: proposed, second }: KeyProposal,
  steps: readonly Step[],
  at: Instant,
): boolean => {
  const countersigned = steps.findLast(
    ({ entry: { event } }) => event.type === 'key-countersigned' && event.proposed === proposed,
  );
  if (!second || !countersigned) return false;
  const due = inForceFrom(second.at, countersigned.before.calendar);
  return second.from === due && due <= at;
};

/** What is in force after an entry: by its command, or by the proposal of which it is the outcome. */
const after = ({ entry, before }: Step, known: Known): InForce => {
  const { earlier } = known;
  const { event, at } = entry;
  if (event.type === 'key-replaced' && event.proposed !== undefined) {
    const standing = standingKeys(earlier.map((step) => step.entry));
    const found = standing.find((one) => one.entry === event.proposed);
    if (!found?.second || !isInItsTime(found, earlier, at)) return before;
    // Not what the entries say of person and key: what both have signed, each of whom had to hold their office.
    const signed = signedKey([found.first, found.second], before.roster);
    if ('fault' in signed) return before;
    const { person, key } = signed.command;
    return { ...before, roster: withKey(before.roster, person, key, at) };
  }
  const command = commandOf({ entry, before }, known);
  return command ? inForceAfter(command, before, at) : before;
};

const replayed = (first: InForce, log: readonly Entry[], place: RenewalPlace): InForce => {
  const steps: Step[] = [];
  let before = first;
  for (const entry of log) {
    const step = { entry, before };
    before = after(step, { earlier: steps, place });
    steps.push(step);
  }
  return before;
};

/**
 * What was in force when a round ended: the plan as two people have signed it, with what came since by commands of somebody who
 * might give them and had the key to sign them, and with the agreement that new keys need. Undefined of a round whose opening nobody signed: its plan is no better witness than the rest.
 */
export const inForceAsTold = ({ round, planImported, opening, log }: RoundContent): InForce | undefined => {
  if (!planImported || !opening || !log) return undefined;
  const first = { ...planImported, calendar: opening.calendar } as unknown as InForce;
  const place = { round: round?.round ?? planImported.round, genesis: opening.genesis };
  // What cannot be followed gives nobody a key.
  return attempt(() => replayed(first, log, place)) ?? { ...first, roster: { ...first.roster, people: [] } };
};

type Keyed = { people: readonly { id: PersonId; keys?: readonly PublicKey[] | undefined }[] };

/** Every key of everybody, by whose it is and what it is called. */
const keysIn = ({ people }: Keyed) =>
  new Map(
    people.flatMap(({ id, keys = [] }) =>
      keys.map((key) => [canonical([id, key.kid]), { person: id, key }] as const),
    ),
  );

/** What else is recorded of everybody: name, address, deputies, superior. */
const recordsIn = ({ people }: Keyed) =>
  new Map(people.map(({ keys: _, ...record }) => [record.id, record] as const));

const same = (one: unknown, other: unknown): boolean => canonical(one ?? null) === canonical(other ?? null);

/** What one map has otherwise than the other, or lacks. */
const differing = <T>(told: ReadonlyMap<string, T>, found: ReadonlyMap<string, T>): T[] =>
  [...new Map([...told, ...found])].flatMap(([name, one]) =>
    same(told.get(name), found.get(name)) ? [] : [one],
  );

const differs = (file: string, field: string): RoundFault => ({
  type: 'summary-differs',
  file,
  field,
  other: ROUND_RECORD.planImported,
});

/** Keys, offices and the records of people in `people.json` are those of the signed plan, with what the log gave and took since. */
const peopleAsTold = (people: NonNullable<RoundContent['people']>, roster: Roster): RoundFault[] => {
  const file = ROUND_RECORD.people;
  const keys = differing(keysIn(roster), keysIn(people));
  return [
    ...keys.map(({ person, key: { kid } }): RoundFault => ({ type: 'key-untold', file, person, kid })),
    ...OFFICES.filter((office) => !same(people[office], roster[office])).map((it) => differs(file, it)),
    ...differing(recordsIn(roster), recordsIn(people)).map(({ id }) => differs(file, id)),
  ];
};

/** People, rules and working days are those of the signed plan, and what came since by signed commands. */
export const asTold = (record: RoundContent): RoundFault[] => {
  const last = inForceAsTold(record);
  if (!last) return [];
  const { people, policy, calendar } = record;
  return [
    ...(people ? peopleAsTold(people, last.roster) : []),
    ...(policy && !same(policy, last.policy) ? [differs(ROUND_RECORD.policy, 'policy')] : []),
    ...(calendar && !same(calendar, last.calendar) ? [differs(ROUND_RECORD.calendar, 'calendar')] : []),
  ];
};
