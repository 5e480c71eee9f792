import { WorkflowNotFoundError } from '@temporalio/common';
import type { LifeFound } from '../domain/item/lost';

/** How the status of a workflow, by the server's name of it, reads for the life of an item. */
const FOUND: Readonly<Record<string, LifeFound>> = {
  COMPLETED: 'recorded',
  TERMINATED: 'terminated',
  FAILED: 'failed',
  TIMED_OUT: 'timed-out',
  CANCELLED: 'cancelled',
};

/**
 * How the server has a life of an item, by what it says of its workflow. With a status that is not known here it may go on:
 * there must not be a second life beside it.
 */
export const lifeFound = async (description: Promise<{ status: { name: string } }>): Promise<LifeFound> => {
  try {
    return FOUND[(await description).status.name] ?? 'at-work';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'removed';
    throw error;
  }
};
