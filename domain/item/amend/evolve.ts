import type { CivilDate } from '../../calendar/civil';
import type { Instant } from '../../calendar/zone';
import type { MeasureChanges } from '../../round/amend/amendment';
import { withMeasures } from '../../round/amend/planned';
import type { Event } from '../event';
import type { Deed, ItemState, Measure } from '../state';

type Amended = Extract<Event, { type: 'amended' }>;
type Refused = Extract<Event, { type: 'amendment-refused' }>;

/** The first date of a measure is kept. */
const dated = (before: Measure, after: Measure): Measure => {
  const original = before.originalDeadline ?? before.deadline;
  return before.deadline === after.deadline || original === undefined
    ? after
    : { ...after, originalDeadline: original };
};

const measuresAfter = (measures: readonly Measure[], changes: MeasureChanges): Measure[] =>
  withMeasures(measures, changes).map((after) => {
    const before = measures.find(({ no }) => no === after.no);
    return before ? dated(before, after) : after;
  });

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
  { version, set = {}, measures }: Amended,
  deed: Deed,
): ItemState => {
  const dropped = measures ? droppedAfter(state, measures, deed) : [];
  return {
    ...state,
    ...datesAfter(state, set.deadline, deed.at),
    ...(measures && { measures: measuresAfter(state.measures, measures) }),
    ...(dropped.length > 0 && { dropped }),
    amendment: { version, times: (state.amendment?.times ?? 0) + 1 },
  };
};

/** An item that could not be amended. */
export const afterRefusal = (state: ItemState, { type: _, version, ...refused }: Refused): ItemState => ({
  ...state,
  amendment: { version, times: state.amendment?.times ?? 0, refused },
});
