import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Sealed, Seals } from '../domain/identity/seal';
import type { SealActivities, SealedMessage } from '../workflows/contract';
import { counter } from '../workflows/metrics';

/** By what workers know what a worker has sealed. */
export type SealTerms = {
  seals: Seals;
  /** Until when, in epoch milliseconds, what has no seal counts: workers of older versions were at work, which sealed nothing. */
  unsealedUntil?: number | undefined;
};

/** What a seal of a message is over: where it goes, too, so that it counts nowhere else. */
export const contentOf = (to: string, message: unknown) => ({
  namespace: Context.current().info.namespace,
  to,
  message,
});

/** The seal of what a worker tells the workflow `to`. */
export const sealFor = (seals: Seals, kind: Sealed, to: string, message: unknown): string =>
  seals.make(kind, contentOf(to, message));

/** Counts and logs what is dropped, without a word of it. */
const dropped = (to: string, { kind, seal }: SealedMessage): void => {
  const fault = seal === undefined ? 'unsealed' : 'forged';
  const { metricMeter, log } = Context.current();
  counter(metricMeter, 'messagesDropped').add(1, { kind, fault });
  log.warn('dropped a message that no worker has sealed', { kind, fault, to });
};

/** The workflow at work. Only its own code asks for a local activity; all else is asked for through the server. */
const here = (): string => {
  const { isLocal, workflowExecution } = Context.current().info;
  if (isLocal && workflowExecution) return workflowExecution.workflowId;
  const message = 'seals are made and checked for the workflow at work alone';
  throw ApplicationFailure.nonRetryable(message, 'NotLocal');
};

/** The local activities by which workflows learn what is sealed. */
export const createSealActivities = ({ seals, unsealedUntil = 0 }: SealTerms): SealActivities => {
  const isGood = (to: string, { kind, json, seal, since = Date.now() }: SealedMessage): boolean =>
    seal === undefined ? since < unsealedUntil : seals.isGood(seal, kind, contentOf(to, JSON.parse(json)));
  return {
    checkSeals(messages) {
      const to = here();
      const areGood = messages.map((message) => isGood(to, message));
      for (const [index, message] of messages.entries()) if (!areGood[index]) dropped(to, message);
      return Promise.resolve(areGood);
    },

    sealInput(content) {
      return Promise.resolve(sealFor(seals, 'carried', here(), content));
    },
  };
};
