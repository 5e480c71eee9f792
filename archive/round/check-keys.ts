import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import { openSigned } from '../../domain/identity';
import type { PublicKey } from '../../domain/identity/key';
import type { LogEntry } from '../../domain/item/log';
import { roundAuthority } from '../../domain/round/authority';
import { RoundCommand } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import { type InForce, inForceAfter } from '../../domain/round/in-force';
import { signedKey } from '../../domain/round/keys/countersign';
import { standingKeys } from '../../domain/round/keys/proposals';
import { personIn } from '../../domain/round/offices';
import { withKey } from '../../domain/round/people';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import type { RoundFault } from './record-fault';

type Entry = LogEntry<RoundEvent>;

/** The command of an entry, if it was signed by a key that its author had before, and if they might give it. */
const commandOf = ({ author, at }: Entry, { roster, policy }: InForce): RoundCommand | undefined => {
  if (author?.identity !== 'signed') return undefined;
  const opened = openSigned(author.jws, personIn(roster, author.by)?.keys ?? [], at);
  const { data: command } = 'fault' in opened ? {} : RoundCommand.safeParse(opened.payload);
  const isTheirs = command?.by === author.by && !roundAuthority(command, { roster, policy });
  return isTheirs ? command : undefined;
};

/** What is in force after an entry: by its command, or by the proposal of which it is the outcome. */
const after = (before: InForce, entry: Entry, earlier: readonly Entry[]): InForce => {
  const { event, at } = entry;
  if (event.type === 'key-replaced' && event.proposed !== undefined) {
    const found = standingKeys(earlier).find((one) => one.entry === event.proposed);
    // Not what the entries say of person and key: what both have signed, each of whom had to hold their office.
    const signed = found?.second && signedKey([found.first, found.second], before.roster);
    if (!signed || 'fault' in signed) return before;
    const { person, key } = signed.command;
    return { ...before, roster: withKey(before.roster, person, key, at) };
  }
  const command = commandOf(entry, before);
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
 * since, each by a command of somebody who might give it and had the key to sign it. Of a round whose opening nobody signed, the plan is no better witness than the roster.
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
