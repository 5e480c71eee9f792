import { addWorkingDays } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import type { ItemContext } from './state';
import type { Reviewer } from './status';

/** The day by which a reviewer who gets the item on a day has to decide, in working days. */
export const reviewDeadline = (
  reviewer: Reviewer,
  since: CivilDate,
  { policy, calendar }: Pick<ItemContext, 'policy' | 'calendar'>,
): CivilDate => {
  const { leaderWorkingDays, acceptorWorkingDays } = policy.review;
  return addWorkingDays(calendar, since, reviewer === 'leader' ? leaderWorkingDays : acceptorWorkingDays);
};
