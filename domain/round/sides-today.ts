import { civilOf } from '../calendar/zone';
import { otherSide } from '../item/authority';
import type { LogEntry } from '../item/log';
import { SIDES, type Sides } from '../item/side';
import type { RoundEvent } from './event';
import type { LedgerRow } from './row';

type Replaced = Extract<RoundEvent, { type: 'person-replaced' }>;

/**
 * A side that the successor may not take stays where it is, for somebody to decide. What people have done in the life
 * that has ended does not bind them in the next.
 */
const replacedIn = (sides: Sides, { person, successor }: Replaced): Sides => {
  const side = SIDES.find((one) => sides[one] === person);
  return side && !otherSide(successor, side, { sides, acted: [] }) ? { ...sides, [side]: successor } : sides;
};

/** Who holds the sides of an item that has ended, after all replacements of people in the round since. */
export const sidesToday = (
  { people, acceptedOn, withdrawnOn }: Pick<LedgerRow, 'people' | 'acceptedOn' | 'withdrawnOn'>,
  log: readonly LogEntry<RoundEvent>[],
): Sides => {
  const ended = acceptedOn ?? withdrawnOn ?? '';
  return log.reduce(
    (sides, { at, event }) =>
      event.type === 'person-replaced' && civilOf(at) >= ended ? replacedIn(sides, event) : sides,
    people,
  );
};
