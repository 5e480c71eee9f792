import type { Instant } from '../calendar/zone';
import type { KeyId } from '../identity/key';
import type { Refusal } from '../refusal';
import { canSign } from '../item/successor';
import type { RoundHead } from '../plan/plan';

/**
 * Revoking the last key that may sign for the office, a deputy's included, would lock the office out for good, since
 * the office alone registers keys. Such a key is replaced instead.
 */
export const lastKey = (
  kid: KeyId,
  { roster, policy }: Pick<RoundHead, 'roster' | 'policy'>,
  now: Instant,
): Refusal | undefined => {
  if (policy.identity !== 'signed') return undefined;
  const holders = roster.people.filter(({ id }) => roster.office.includes(id));
  const able = new Set(holders.flatMap(({ id, deputies }) => [id, ...deputies]));
  const others = roster.people.map((person) => ({
    ...person,
    keys: (person.keys ?? []).filter((key) => key.kid !== kid),
  }));
  return others.some((person) => able.has(person.id) && canSign(person, now))
    ? undefined
    : { type: 'LastKey', kid };
};
