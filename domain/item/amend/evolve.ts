import type { PersonId } from '../../../base/ids';
import type { CivilDate } from '../../calendar/civil';
import type { Instant } from '../../calendar/zone';
import type { MeasureChanges } from '../../round/amend/amendment';
import { withMeasures } from '../../round/amend/planned';
import type { Event } from '../event';
import { SIDES } from '../side';
import type { Deed, ItemState, Measure } from '../state';

type Amended = Extract<Event, { type: 'amended' }>;
type Refused = Extract<Event, { type: 'amendment-refused' }>;

/** The first date of a measure is kept; it is reminded of by the new one, from now on. */
const dated = (before: Measure | undefined, after: Measure, deadlineSetAt: Instant): Measure => {
  if (before?.deadline === after.deadline) return after;
  const originalDeadline = before?.originalDeadline ?? before?.deadline;
  return { ...after, deadlineSetAt, ...(originalDeadline && { originalDeadline }) };
};

const measuresAfter = (measures: readonly Measure[], changes: MeasureChanges, at: Instant): Measure[] =>
  withMeasures(measures, changes).map((after) =>
    dated(
      measures.find(({ no }) => no === after.no),
      after,
      at,
    ),
  );

/** Whoever owns a measure that they did not own, or assists from now on, is told nothing from before. */
const joinedAfter = (
  { measures, people, joined }: ItemState,
  helpers: readonly (PersonId | undefined)[],
  at: Instant,
) => {
  const known = [...SIDES.map((side) => people[side]), ...measures.map(({ owner }) => owner)];
  const fresh = helpers.flatMap((one) => (one && !known.includes(one) ? [one] : []));
  return { ...joined, ...Object.fromEntries(fresh.map((one) => [one, at])) };
};

/** Dropped measures count no more, and stay with what was handed in for them. */
const droppedAfter = ({ measures, dropped = [] }: ItemState, { drop = [] }: MeasureChanges, deed: Deed) => [
  ...dropped,
  ...measures.flatMap((measure) => {
    const found = drop.find(({ no }) => no === measure.no);
    return found ? [{ ...measure, dropped: { ...deed, reason: found.reason } }] : [];
  }),
];

/** The first deadline is kept: lateness is measured by it, too. */
const datesAfter = ({ originalDeadline }: ItemState, deadline: CivilDate | undefined, at: Instant) =>
  deadline === undefined
    ? {}
    : { deadline, deadlineSetAt: at, originalDeadline: originalDeadline ?? deadline };

/** An item after an amendment of the plan. */
export const afterAmendment = (
  state: ItemState,
  { version, set = {}, measures, contacts = {} }: Amended,
  deed: Deed,
): ItemState => {
  const dropped = measures ? droppedAfter(state, measures, deed) : [];
  const after = measures && measuresAfter(state.measures, measures, deed.at);
  const helpers = [...(after ?? []).map(({ owner }) => owner), ...Object.values(contacts)];
  return {
    ...state,
    ...datesAfter(state, set.deadline, deed.at),
    ...(after && { measures: after }),
    ...(helpers.length > 0 && { joined: joinedAfter(state, helpers, deed.at) }),
    ...(dropped.length > 0 && { dropped }),
    amendment: { version, times: (state.amendment?.times ?? 0) + 1 },
  };
};

/** An item that could not be amended. */
export const afterRefusal = (state: ItemState, { type: _, version, ...refused }: Refused): ItemState => ({
  ...state,
  amendment: { version, times: state.amendment?.times ?? 0, refused },
});
