import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import { parseJws } from '../../domain/identity';
import { readCanonical } from '../../domain/identity/canonical-text';
import type { PublicKey } from '../../domain/identity/key';
import type { LogEntry } from '../../domain/item/log';
import { RoundCommand } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import { type InForce, inForceAfter } from '../../domain/round/in-force';
import { standingKeys } from '../../domain/round/keys/proposals';
import { withKey } from '../../domain/round/people';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import type { RoundFault } from './record-fault';

type Entry = LogEntry<RoundEvent>;

const commandOf = ({ author }: Entry): RoundCommand | undefined => {
  if (author?.identity !== 'signed') return undefined;
  const parsed = parseJws(author.jws);
  return 'fault' in parsed ? undefined : RoundCommand.safeParse(readCanonical(parsed.payload)?.value).data;
};

/** What is in force after an entry: by its command, or by the proposal of which it is the outcome. */
const after = (before: InForce, entry: Entry, earlier: readonly Entry[]): InForce => {
  const { event, at } = entry;
  if (event.type === 'key-replaced' && event.proposed !== undefined) {
    const found = standingKeys(earlier).find((one) => one.entry === event.proposed);
    return found ? { ...before, roster: withKey(before.roster, found.person, found.key, at) } : before;
  }
  const command = commandOf(entry);
  return command ? inForceAfter(command, before, at) : before;
};

type Keyed = { people: readonly { id: PersonId; keys?: readonly PublicKey[] | undefined }[] };

/** Every key of everybody, by whose it is and what it is called. */
const keysIn = ({ people }: Keyed) =>
  new Map(
    people.flatMap(({ id, keys = [] }) =>
      keys.map((key) => [canonical([id, key.kid]), { person: id, key }] as const),
    ),
  );

/**
 * The keys in `people.json` are those that the plan had as two people have signed it, and those that the log gave and took
 * since. Of a round whose opening nobody signed, the plan is no better witness than the roster.
 */
export const keysAsTold = ({ planImported, opening, people, log }: RoundContent): RoundFault[] => {
  if (!planImported || !opening || !people || !log) return [];
  const first = { ...planImported, calendar: opening.calendar } as unknown as InForce;
  const last = log.reduce((before, entry, index) => after(before, entry, log.slice(0, index)), first);
  const [told, found] = [keysIn(last.roster), keysIn(people)];
  return [...new Map([...told, ...found])].flatMap(([name, { person, key }]): RoundFault[] =>
    canonical(told.get(name)?.key ?? null) === canonical(found.get(name)?.key ?? null)
      ? []
      : [{ type: 'key-untold', file: ROUND_RECORD.people, person, kid: key.kid }],
  );
};
