import type { CivilDate } from '../calendar/civil';
import { isAtWork, isInReview, type Status } from '../item/states';
import type { Rung } from './rung';

/**
 * Which of an item's dates counts in a state: the reviewer's during a review, a check-in's while it is sustained,
 * else the deadline. None once it has ended.
 */
export const pressingIn = (status: Status): Exclude<Rung['anchor'], 'assignment'> | undefined => {
  if (isInReview(status)) return 'review-deadline';
  if (status === 'sustained') return 'check-in';
  return isAtWork(status) ? 'deadline' : undefined;
};

/** The dates of an item, as a mail has them. */
export type ItemDates = {
  status: Status;
  deadline?: CivilDate | undefined;
  reviewDeadline?: CivilDate | undefined;
  checkIn?: CivilDate | undefined;
};

/** The date that counts now; undefined where the item has none, or has ended. */
export const pressingDate = ({
  status,
  deadline,
  reviewDeadline,
  checkIn,
}: ItemDates): CivilDate | undefined => {
  const dates = { deadline, 'review-deadline': reviewDeadline, 'check-in': checkIn };
  const which = pressingIn(status);
  return which && dates[which];
};
