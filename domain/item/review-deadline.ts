import { addWorkingDays } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import type { ItemContext } from './state';
import type { Reviewer } from './states';

/** The day by which a reviewer who has the item since a day has to decide: so many working days later as the policy gives (`round/policy.ts`). */
export const reviewDeadline = (
  reviewer: Reviewer,
  since: CivilDate,
  { policy, calendar }: Pick<ItemContext, 'policy' | 'calendar'>,
): CivilDate => {
  const { leaderWorkingDays, acceptorWorkingDays } = policy.review;
  return addWorkingDays(calendar, since, reviewer === 'leader' ? leaderWorkingDays : acceptorWorkingDays);
};
