import { log } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { toPayload } from '../base/deflated';
import type { Seals } from '../domain/identity/seal';
import type { Post } from '../domain/ladder/notice';
import type { LedgerRow } from '../domain/round/row';
import {
  type MailboxInput,
  mailboxWorkflowId,
  postsSignal,
  rowsSignal,
  WORKFLOWS,
} from '../workflows/messages';
import { sealFor } from './seals';

/** By what posts and rows reach the workflows they are for. */
export type HandingOver = { client: Client; taskQueue: string; seals: Seals };

/** Posts to a person's mailbox, which is started if necessary. */
export const postTo =
  ({ client, taskQueue, seals }: HandingOver) =>
  async (mailbox: string, posts: Post[]): Promise<void> => {
    const [first] = posts;
    if (!first) return;
    const input: MailboxInput = { schemaVersion: 3, mailbox, clock: first.clock };
    const workflowId = mailboxWorkflowId(mailbox);
    const message = toPayload(posts);
    await client.workflow.signalWithStart(WORKFLOWS.mailbox, {
      workflowId,
      taskQueue,
      args: [input],
      signal: postsSignal,
      signalArgs: [message, sealFor(seals, 'posts', workflowId, message)],
      staticSummary: `信箱 ${mailbox}`,
    });
  };

/** Reports rows to a round, by its workflow. One that has ended no longer takes any. */
export const reportTo =
  ({ client, seals }: HandingOver) =>
  async (round: string, rows: LedgerRow[]): Promise<void> => {
    const message = toPayload(rows);
    try {
      const seal = sealFor(seals, 'rows', round, message);
      await client.workflow.getHandle(round).signal(rowsSignal, message, seal);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      log.warn('could not report to the ledger: the round has ended', { round, rows: rows.length });
    }
  };
