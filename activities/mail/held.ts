import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { capped, oneLine } from '../../base/safe-text';
import type { Seals } from '../../domain/identity/seal';
import { HELD, heldSignal } from '../../workflows/messages';
import { counter } from '../../workflows/metrics';
import { inEveryLanguage } from '../language';
import { sealFor } from '../seals';
import type { Stage } from './reply';
import { NotSent } from './transport';

/** Longest reply that operators are shown. */
const REPLY = 300;

type Failure = { outcome: 'held' | 'refused'; stage: Stage; code?: number | undefined };

/** Counts a mail that the server did not take, for operators: where in the session and by which reply, never whose. */
export const countFailure = ({ outcome, stage, code }: Failure): void => {
  const { metricMeter } = Context.current();
  counter(metricMeter, 'mailFailures').add(1, { outcome, stage, code: String(code ?? 'none') });
};

/** True for 1, 2, 4, 8 ...: an outage of days must not fill the history of a mailbox. */
const isToldOf = (attempt: number): boolean => Number.isInteger(Math.log2(attempt));

/** Tells the mailbox why its mail waits, so that it shows it. That it cannot be told must not hide the reason. */
export const tellMailbox = async (reason: string, seals: Seals): Promise<void> => {
  const { info, log } = Context.current();
  if (!isToldOf(info.attempt)) return;
  try {
    const { workflowId = '' } = info.workflowExecution ?? {};
    const mailbox = Context.current().client.workflow.getHandle(workflowId);
    const message = { reason, attempt: info.attempt };
    await mailbox.signal(heldSignal, message, sealFor(seals, 'held-mail', workflowId, message));
  } catch (error) {
    log.warn('could not tell a mailbox why its mail waits', { error });
  }
};

/**
 * A mail that has not been sent is counted and told, and fails so that Temporal tries it again. The failure's message is
 * in every language, since operators read it in the UI.
 */
export const held = async (error: unknown, seals: Seals): Promise<never> => {
  if (!(error instanceof NotSent)) throw error;
  const { stage, code, reply } = error;
  countFailure({ outcome: 'held', stage, code });
  const reason = inEveryLanguage((say) => say.mailHeld(stage, capped(oneLine(reply), REPLY)));
  await tellMailbox(reason, seals);
  throw ApplicationFailure.create({ message: reason, type: HELD, details: [{ stage, code }], cause: error });
};
