import { type Calendar, schedulesMissing } from '../calendar/calendar';
import { addDays, type CivilDate } from '../calendar/civil';
import { snapshotCalendar } from '../calendar/snapshot';
import type { Plan } from './plan';

/** Every date on which something of a plan is due, in order, each once. */
export const datesOf = ({ items, concentratedUntil }: Plan): CivilDate[] => {
  const dates = items.flatMap(({ deadline, measures }) => [
    deadline,
    ...measures.map((measure) => measure.deadline),
  ]);
  return [...new Set([...dates, concentratedUntil].filter((date) => date !== undefined))].sort();
};

/** Days needed beyond the last deadline: reviews, returns and the ladder go on after it. */
const BEYOND = 2 * 366;

/** The last day for which a round whose last date is given needs to know the working days. */
export const heldUntil = (last: CivilDate): CivilDate => addDays(last, BEYOND);

/** The working days that a round needs: from the year of its feedback to two years past its last date. */
export const calendarFor = (plan: Plan): Calendar =>
  snapshotCalendar({ from: plan.feedback, to: heldUntil(datesOf(plan).at(-1) ?? plan.feedback) });

/** The years of deadlines for which no holidays have been published. */
export const provisionalYears = (plan: Plan, calendar: Calendar): number[] =>
  schedulesMissing(calendar, datesOf(plan));
