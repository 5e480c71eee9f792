import { Context } from '@temporalio/activity';
import type { Sealed, Seals } from '../domain/identity/seal';
import type { SealActivities, SealedMessage } from '../workflows/contract';

/** By what workers know what a worker has sealed. */
export type SealTerms = {
  seals: Seals;
  /** Until when, in epoch milliseconds, what has no seal counts: workers of older versions were at work, which sealed nothing. */
  unsealedUntil?: number | undefined;
};

/** What a seal of a message is over: where it goes, too, so that it counts nowhere else. */
const contentOf = (to: string, message: unknown) => ({
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
  metricMeter
    .createCounter(
      'rectify_messages_dropped',
      'messages',
      'Messages that no worker had sealed, by kind and fault',
    )
    .add(1, { kind, fault });
  log.warn('dropped a message that no worker has sealed', { kind, fault, to });
};

/** The local activities by which workflows learn what is sealed. */
export const createSealActivities = ({ seals, unsealedUntil = 0 }: SealTerms): SealActivities => {
  const here = () => Context.current().info.workflowExecution?.workflowId ?? '';
  const isGood = ({ kind, json, seal, since = Date.now() }: SealedMessage): boolean =>
    seal === undefined
      ? since < unsealedUntil
      : seals.isGood(seal, kind, contentOf(here(), JSON.parse(json)));
  return {
    checkSeals(messages) {
      const areGood = messages.map(isGood);
      for (const [index, message] of messages.entries()) if (!areGood[index]) dropped(here(), message);
      return Promise.resolve(areGood);
    },

    sealInput(content) {
      return Promise.resolve(sealFor(seals, 'carried', here(), content));
    },
  };
};
