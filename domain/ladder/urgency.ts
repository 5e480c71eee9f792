import type { CivilDate } from '../calendar/civil';
import type { ItemNumber, RoundId } from '../../base/ids';
import { isOpen, type Status } from '../item/states';
import type { RungId } from './rung';
import { severity } from './severity';

/** What decides which of two items comes first. `rung`: the one reached; `due`: the date that counts now. */
export type Urgency = {
  status: Status;
  rung?: RungId | undefined;
  due?: CivilDate | undefined;
  round: RoundId;
  number: ItemNumber;
};

/** After every date. */
const LAST = '9999';

type Key = readonly (string | number)[];

/** Smaller is more urgent. */
const keyOf = ({ status, rung, due, round, number }: Urgency): Key => [
  -severity(rung),
  due ?? LAST,
  isOpen(status) ? 0 : 1,
  round,
  ...number.split('.').map(Number),
];

const compare = (a: Key, b: Key): number => {
  for (const [place, x] of a.entries()) {
    const y = b[place] ?? '';
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

/**
 * The order of the inbox, the list, the board and the mails: the worse rung, then the earlier date that counts, items
 * without a date after all that have one, what has ended last; then by round, category and number, so that it never
 * depends on the order of arrival. Negative where `a` comes first.
 */
export const byUrgency = (a: Urgency, b: Urgency): number => compare(keyOf(a), keyOf(b));

/** Things by the urgency of the item that each is about, worst first. Stable. */
export const worstFirst = <T>(things: readonly T[], urgencyOf: (thing: T) => Urgency): T[] =>
  things
    .map((thing) => ({ thing, urgency: urgencyOf(thing) }))
    .sort((a, b) => byUrgency(a.urgency, b.urgency))
    .map(({ thing }) => thing);
