import { type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { REPORTED_LATELY, reportUpdate } from '../../workflows/messages';
import { ReportedLately, UnknownToBuild } from './errors';

/** What the library makes of an update that a workflow has no handler for. */
const UNKNOWN = 'ReferenceError';

/** Asks an item to report its line of the ledger anew. @throws ReportedLately, UnknownToBuild */
export const askedToReport = async (item: Pick<WorkflowHandle, 'executeUpdate'>): Promise<void> => {
  try {
    await item.executeUpdate(reportUpdate);
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (!(cause instanceof ApplicationFailure)) throw error;
    if (cause.type === REPORTED_LATELY) throw new ReportedLately(Number(cause.details?.[0]));
    throw cause.type === UNKNOWN ? new UnknownToBuild() : error;
  }
};
