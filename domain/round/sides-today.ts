import { civilOf, type Instant } from '../calendar/zone';
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

const replacedSince = (
  people: Sides,
  log: readonly LogEntry<RoundEvent>[],
  isSince: (at: Instant) => boolean,
): Sides =>
  log.reduce(
    (sides, { at, event }) =>
      event.type === 'person-replaced' && isSince(at) ? replacedIn(sides, event) : sides,
    people,
  );

/** Who holds the sides of an item that has ended, after all replacements of people in the round since. */
export const sidesToday = (
  { people, acceptedOn, withdrawnOn }: Pick<LedgerRow, 'people' | 'acceptedOn' | 'withdrawnOn'>,
  log: readonly LogEntry<RoundEvent>[],
): Sides => {
  const ended = acceptedOn ?? withdrawnOn ?? '';
  return replacedSince(people, log, (at) => civilOf(at) >= ended);
};

/**
 * The same for one that was lost: it has heard of no replacement after it last reported. One that it did hear of changes
 * nothing again.
 */
export const sidesOfLost = (
  { people, logHead }: Pick<LedgerRow, 'people' | 'logHead'>,
  log: readonly LogEntry<RoundEvent>[],
): Sides => replacedSince(people, log, (at) => logHead === undefined || at >= logHead.at);
