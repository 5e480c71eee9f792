import { addWorkingDays } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import type { ItemContext } from './state';
import type { Reviewer } from './states';

/** The day by which a reviewer who gets the item on a day has to decide: working days, as many as the policy says (`round/policy.ts`). */
export const reviewDeadline = (
  reviewer: Reviewer,
  since: CivilDate,
  { policy, calendar }: Pick<ItemContext, 'policy' | 'calendar'>,
): CivilDate => {
  const { leaderWorkingDays, acceptorWorkingDays } = policy.review;
  return addWorkingDays(calendar, since, reviewer === 'leader' ? leaderWorkingDays : acceptorWorkingDays);
};
