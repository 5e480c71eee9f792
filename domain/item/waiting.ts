import type { PersonId } from '../../base/ids';
import type { Side, Sides } from './side';
import { isAtWork, type Status } from './status';

/** Whom an item waits for; nobody once it is closed. A sustained one waits for the section's check-ins. */
export const awaiting = ({ status }: { status: Status }): Side | undefined => {
  if (isAtWork(status) || status === 'sustained') return 'handler';
  if (status === 'leader-review') return 'leader';
  return status === 'acceptance' ? 'acceptor' : undefined;
};

/** The person who has to act next. */
export const awaitedOf = (item: { status: Status; people: Sides }): PersonId | undefined => {
  const side = awaiting(item);
  return side && item.people[side];
};
