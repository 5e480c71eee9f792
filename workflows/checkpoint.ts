import { WorkflowNotFoundError } from '@temporalio/common';

/**
 * A moment that a worker has noted at the server: everything is in its memo, and there is nothing to do. The last run of its
 * name is what the server remembers, also once it has ended.
 */
export const checkpoint = (): Promise<void> => Promise.resolve();

/** What the memo of the last checkpoint says, if the server knows of any; whether that counts is for whoever asks to say. */
export const checkpointTold = async (
  description: Promise<{ memo?: Record<string, unknown> | undefined }>,
): Promise<unknown> => {
  try {
    return (await description).memo?.checkpoint;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
};
