import { randomUUID } from 'node:crypto';
import { type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { fromPayload } from '../../base/deflated';
import type { Submission } from '../../domain/item/identify';
import type { Command } from '../../domain/item/command';
import { commandUpdate, roundLogQuery, roundQuery, viewQuery } from '../../workflows/messages';

/** The type and data of the refusal with which an item, or a round, answers: their Updates have one name. */
export const refusalTo = async (workflow: WorkflowHandle, submission: unknown) => {
  const answer: unknown = await workflow
    .executeUpdate(commandUpdate, { args: [submission as Submission<Command>], updateId: randomUUID() })
    .catch((error: unknown) => error);
  if (!(answer instanceof WorkflowUpdateFailedError))
    throw new Error('it was not refused', { cause: answer });
  if (!(answer.cause instanceof ApplicationFailure)) throw new Error('not by us', { cause: answer.cause });
  const { type, message, details, nonRetryable } = answer.cause;
  return { type, message, nonRetryable, refusal: details?.[0] };
};

/** What a refusal by an item must leave as it was. */
export const traceOf = async (workflow: WorkflowHandle) => {
  const { log, state } = fromPayload(await workflow.query(viewQuery));
  return { log, state };
};

/** What a refusal by a round must leave as it was. */
export const roundTraceOf = async (workflow: WorkflowHandle) => ({
  log: fromPayload(await workflow.query(roundLogQuery)),
  head: (await workflow.query(roundQuery)).head,
});
