import { z } from 'zod';
import type { Side } from './side';

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

/** The kind of each state; `work`: the section works, `ended`: nothing is left to be done. */
const PHASES: Record<Status, 'work' | 'review' | 'sustained' | 'ended'> = {
  assigned: 'work',
  'in-progress': 'work',
  'leader-review': 'review',
  acceptance: 'review',
  returned: 'work',
  sustained: 'sustained',
  closed: 'ended',
  archived: 'ended',
  withdrawn: 'ended',
};

/** States in which the section works. */
export const isAtWork = (status: Status): boolean => PHASES[status] === 'work';

/** The states in which a reviewer decides, and the side whose review it is. */
const REVIEWERS = {
  'leader-review': 'leader',
  acceptance: 'acceptor',
} as const satisfies Partial<Record<Status, Side>>;

/** A side that reviews. */
export type Reviewer = (typeof REVIEWERS)[keyof typeof REVIEWERS];

/** The side whose review a state is; undefined for any other state. */
export const reviewerIn = (status: Status): Reviewer | undefined =>
  (REVIEWERS as Partial<Record<Status, Reviewer>>)[status];

/** States in which a reviewer decides. */
export const isInReview = (status: Status): boolean => PHASES[status] === 'review';

/** States in which something is still to be done; a sustained item waits for its check-ins. */
export const isOpen = (status: Status): boolean => PHASES[status] !== 'ended';
