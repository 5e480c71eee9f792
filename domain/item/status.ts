import { z } from 'zod';

/** The states of an item; see `transitions.ts` for what leads where. */
export const STATUSES = [
  'assigned',
  'in-progress',
  'leader-review',
  'acceptance',
  'returned',
  'sustained',
  'closed',
  'archived',
  'withdrawn',
] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

/** States in which the section works. */
export const isAtWork = (status: Status): boolean =>
  status === 'assigned' || status === 'in-progress' || status === 'returned';

/** States in which a reviewer decides. */
export const isInReview = (status: Status): boolean => status === 'leader-review' || status === 'acceptance';

/** States in which something is still to be done; a sustained item waits for its check-ins. */
export const isOpen = (status: Status): boolean =>
  isAtWork(status) || isInReview(status) || status === 'sustained';
