import { z } from 'zod';
import { PersonId } from '../base/ids';
import { Instant } from '../domain/calendar/zone';
import { kidOf, openSigned, payloadIn } from '../domain/identity';
import type { PublicKey } from '../domain/identity/key';
import { renewalFault, type RenewalPlace } from '../domain/identity/renewal';
import { RoundCommand } from '../domain/round/command';
import type { NewKeyFault } from '../domain/round/keys/faults';

/** A person as a record has them, with all the keys they have had. */
type Recorded = { id: PersonId; keys?: PublicKey[] | undefined };

type Entry = { seq: number; at: Instant; author?: unknown; event: { type: string } };

const Signed = z.looseObject({
  by: PersonId,
  jws: z.string(),
  countersigned: z.looseObject({ first: Instant, by: PersonId, jws: z.string(), at: Instant }).optional(),
});
type Signed = z.infer<typeof Signed>;

const keysOf = (people: readonly Recorded[], id: PersonId): PublicKey[] =>
  people.find((one) => one.id === id)?.keys ?? [];

const commandIn = (jws: string): RoundCommand | undefined => {
  const said = payloadIn(jws);
  return 'fault' in said ? undefined : RoundCommand.safeParse(said.payload).data;
};

const payloadOf = (jws: string): string | undefined => jws.split('.')[1];

/** What is wrong with the second signature. Who held which office then a record does not tell. */
const faultOfSecond = (
  { by, jws, countersigned }: Signed,
  person: PersonId,
  people: readonly Recorded[],
): NewKeyFault | undefined => {
  if (!countersigned) return 'unsigned';
  const { by: second, jws: other, at } = countersigned;
  if (payloadOf(other) !== payloadOf(jws)) return 'payloads-differ';
  if (second === by) return 'same-person';
  if (kidOf(other) === kidOf(jws)) return 'same-key';
  if (second === person) return 'own-case';
  const opened = openSigned(other, keysOf(people, second), at);
  return 'fault' in opened ? opened.fault : undefined;
};

/** Whether a person had a key before the one that an entry brings. */
const hadKeys = (keys: readonly PublicKey[], kid: string, at: Instant): boolean =>
  keys.some((key) => key.kid !== kid && key.from < at);

/**
 * Why the key that an entry brings should not have taken the place of another; nothing where it may, or where nobody's
 * agreement is recorded, as before there was any (`keysByOffice`). The signature of the entry's author is looked at elsewhere.
 */
export const faultOfNewKey = (
  { at, author }: Entry,
  people: readonly Recorded[],
  place: RenewalPlace,
): NewKeyFault | undefined => {
  const { data: signed } = Signed.safeParse(author);
  const command = signed && commandIn(signed.jws);
  if (signed && command?.type === 'propose-key') return faultOfSecond(signed, command.person, people);
  if (command?.type !== 'replace-key' || command.endorsed === undefined) return undefined;
  const { person, key, endorsed } = command;
  const which = { person, key, keys: keysOf(people, person), at, given: command.at };
  return renewalFault(endorsed, which, place);
};

/** The entries in which one person of the office has replaced a key that somebody had, without its agreement. */
export const keysByOffice = (log: readonly Entry[], people: readonly Recorded[]): number[] =>
  log.flatMap(({ seq, at, author, event }) => {
    const { data: signed } = Signed.safeParse(author);
    const command = event.type === 'key-replaced' && signed ? commandIn(signed.jws) : undefined;
    if (command?.type !== 'replace-key' || command.endorsed !== undefined) return [];
    return hadKeys(keysOf(people, command.person), command.key.kid, at) ? [seq] : [];
  });
