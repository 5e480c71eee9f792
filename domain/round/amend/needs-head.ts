import { addWorkingDays, type Calendar } from '../../calendar/calendar';
import { addDays, type CivilDate } from '../../calendar/civil';
import { civilOf, type Instant, instantOf } from '../../calendar/zone';
import type { PlannedItem } from '../../plan/plan';
import { DEFAULT_CORRECTIONS, type Policy } from '../policy';
import { type LedgerRow, publishedStatus } from '../row';
import type { ItemAmendment } from './amendment';

/*
 * The office amends the plan alone where nothing becomes easier for anybody; a later date, or something that falls away, takes the head,
 * and so does what a notice has published. Right after the import the office corrects its own mistakes.
 */

/** Until when the office corrects the plan alone: the end of a working day, at 0 never. `since`: the import. */
export const correctedUntil = (since: Instant, calendar: Calendar, { corrections }: Policy): Instant => {
  const { workingDays } = corrections ?? DEFAULT_CORRECTIONS;
  if (workingDays === 0) return since;
  return instantOf(addDays(addWorkingDays(calendar, civilOf(since), workingDays), 1));
};

/** Whether a date comes later than another, or falls away. */
export const isLater = (after: CivilDate | null | undefined, before: CivilDate | undefined): boolean =>
  before !== undefined && after !== undefined && (after === null || after > before);

/** `deadline`: the one that counts now, which an extension or a return may have moved. */
type Dated = { deadline?: CivilDate | undefined; planned: Pick<PlannedItem, 'measures'> };

/** Whether an amendment moves a date later, takes a measure away, or lets the item go on without an end of its own (长期坚持). */
export const isEasier = ({ set, measures = {} }: ItemAmendment, { deadline, planned }: Dated): boolean => {
  const { change = [], drop = [] } = measures;
  const movesMeasure = change.some(({ no, set: { deadline: after } }) =>
    isLater(after, planned.measures.find((one) => one.no === no)?.deadline),
  );
  return drop.length > 0 || isLater(set?.deadline, deadline) || movesMeasure || set?.kind === 'sustained';
};

/** Whether a notice that was published says something of an item that an amendment changes. */
export const changesPublished = ({ set = {} }: ItemAmendment, row: LedgerRow, today: CivilDate): boolean => {
  const { problem, category, kind, deadline } = set;
  if ([problem, category, kind].some((one) => one !== undefined)) return true;
  const after = deadline === undefined ? row : { ...row, deadline };
  return publishedStatus(after, today) !== publishedStatus(row, today);
};
