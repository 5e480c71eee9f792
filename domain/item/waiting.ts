import type { PersonId } from '../../base/ids';
import type { Side, Sides } from './side';
import { isAtWork, reviewerIn, type Status } from './states';

/** The side an item waits for; none once it is closed. A sustained one waits for the section's check-ins. */
export const awaiting = ({ status }: { status: Status }): Side | undefined => {
  if (isAtWork(status) || status === 'sustained') return 'handler';
  return reviewerIn(status);
};

/** The person who has to act next. */
export const awaitedOf = (item: { status: Status; people: Sides }): PersonId | undefined => {
  const side = awaiting(item);
  return side && item.people[side];
};

/** The person whose review an item waits for. */
export const reviewerOf = ({ status, people }: { status: Status; people: Sides }): PersonId | undefined => {
  const side = reviewerIn(status);
  return side && people[side];
};
