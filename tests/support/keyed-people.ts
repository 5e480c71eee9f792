import { generateKey, sign, type SigningKey } from '../../client/keys';
import { instant } from '../../domain/calendar/zone';
import type { PublicKey } from '../../domain/identity';

/** People who each have a key that has always been good. */
export type KeyedPeople = {
  /** That of somebody else is a new one each time, which nobody has registered. */
  keyOf: (person: string) => SigningKey;
  /** Their keys as a roster has them. */
  rings: Record<string, PublicKey[]>;
  /** Signs a command for whoever it says gives it. */
  signed: (command: { by: string }) => string;
};

export const keyedPeople = (...people: string[]): KeyedPeople => {
  const keys = new Map(people.map((person) => [person, generateKey()]));
  const keyOf = (person: string): SigningKey => keys.get(person) ?? generateKey();
  return {
    keyOf,
    rings: Object.fromEntries(
      [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
    ),
    signed: (command) => sign(command, keyOf(command.by)),
  };
};
