import type { PersonId } from '../../base/ids';
import type { Instant } from '../../domain/calendar/zone';
import { kidOf } from '../../domain/identity';
import type { LogEntry } from '../../domain/item/log';
import type { PinnedKey, TrustedKeys } from '../../domain/round/opening/trust';
import { personIn } from '../../domain/round/offices';
import type { Roster } from '../../domain/round/roster';
import { keysBrought } from '../../domain/round/unfit-keys';
import { pinsFor } from '../opening';
import { type AnyCommand, commandIn } from '../signed-words';
import { RECORD, type RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

type Key = { person: PersonId; kid: string };
type People = NonNullable<RecordContent['people']>['people'];

const same =
  (one: Key) =>
  (other: Key): boolean =>
    one.person === other.person && one.kid === other.kid;

/** A signed command in a log, whose keys have signed it, and which keys it brings. */
type Given = { command: AnyCommand; signers: Key[]; brought: Key[] };

/** An old key signs for the one that follows it, too. */
const endorserOf = (command: AnyCommand): Key[] => {
  if (command.type !== 'replace-key' || command.endorsed === undefined) return [];
  const kid = kidOf(command.endorsed, 'key');
  return kid === undefined ? [] : [{ person: command.person, kid }];
};

const signedBy = (person: PersonId, jws: string): Key[] => {
  const kid = kidOf(jws);
  return kid === undefined ? [] : [{ person, kid }];
};

const givenIn = (log: readonly LogEntry[]): Given[] =>
  log.flatMap(({ author }) => {
    if (author?.identity !== 'signed') return [];
    const { by, jws, countersigned } = author;
    const command = commandIn(jws);
    const second = countersigned ? signedBy(countersigned.by, countersigned.jws) : [];
    return command
      ? [
          {
            command,
            signers: [...signedBy(by, jws), ...second, ...endorserOf(command)],
            brought: keysBrought(command).map(({ person, kid }) => ({ person, kid })),
          },
        ]
      : [];
  });

/** Since when the round has a key, at the earliest; an item never has one sooner. */
const sinceIn = (round: Roster, { person, kid }: Key): Instant | undefined =>
  personIn(round, person)?.keys?.find((key) => key.kid === kid)?.from;

/** Keys that came with a reassignment, of which a round does not hear: of people whose keys it does not have otherwise. */
const byReassignment = (log: readonly LogEntry[], round: Roster): Key[] =>
  givenIn(log)
    .filter(({ command }) => command.type === 'reassign')
    .flatMap(({ brought }) => brought)
    .filter(({ person }) => (personIn(round, person)?.keys ?? []).length === 0);

/** Against the round: every key is one that its person had there, and no sooner. */
const againstRound = (people: People, log: readonly LogEntry[], round: Roster): Key[] => {
  const reassigned = byReassignment(log, round);
  return people.flatMap(({ id: person, keys = [] }) =>
    keys
      .filter(({ kid, from }) => {
        const since = sinceIn(round, { person, kid });
        return since === undefined ? !reassigned.some(same({ person, kid })) : from < since;
      })
      .map(({ kid }) => ({ person, kid })),
  );
};

type Pin = Pick<PinnedKey, 'person' | 'kid' | 'office'>;

/**
 * Against pinned keys: who has any signs by one of them, or by one that came with the agreement of such a key: of their own, or of
 * the head or oversight. The office alone gives nobody another key.
 */
const againstPins = (log: readonly LogEntry[], pins: readonly Pin[]): Key[] => {
  const known: Key[] = [...pins];
  const isPinned = ({ person }: Key) => pins.some((pin) => pin.person === person);
  const isOverOffice = ({ person }: Key) =>
    pins.some((pin) => pin.person === person && pin.office !== 'office');
  const strange: Key[] = [];
  for (const { command, signers, brought } of givenIn(log)) {
    const isKnown = (key: Key) => known.some(same(key));
    strange.push(...signers.filter((key) => isPinned(key) && !isKnown(key)));
    const agreeing = command.type === 'propose-key' ? signers.filter(isOverOffice) : endorserOf(command);
    if (agreeing.some(isKnown)) known.push(...brought);
  }
  return strange;
};

const once = (keys: readonly Key[]): Key[] =>
  keys.filter((key, index) => keys.findIndex(same(key)) === index);

/**
 * Keys in `people.json` that nothing gives their people. `round`: who had which key there, by what was signed, where its bag lies
 * beside and is valid. `trusted`: a first life also proves, with or without it, the keys of people whom the reader trusts to open rounds;
 * a later one does not: it begins with what the round had come to by then.
 */
export const keysHeld = (
  { item, people, log, opening }: RecordContent,
  { roster, trusted }: { roster: Roster | undefined; trusted: TrustedKeys | undefined },
): RecordFault[] => {
  if (!item || !people || !log || !opening) return [];
  const pins = trusted && item.cycle === 1 ? pinsFor(opening, trusted) : [];
  const untold = [...(roster ? againstRound(people.people, log, roster) : []), ...againstPins(log, pins)];
  return once(untold).map((key) => ({ type: 'key-untold', file: RECORD.people, ...key }));
};
