import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Sealed, Seals } from '../domain/identity/seal';
import type { SealActivities, SealedMessage, SealVerdict } from '../workflows/contract';
import { isList, unreadIn } from '../workflows/readable';
import { counter } from '../workflows/metrics';
import { sealedContent } from '../workflows/sealed-part';

/** By what workers know what a worker has sealed. */
export type SealTerms = {
  seals: Seals;
  /** Until when, in epoch milliseconds, what has no seal counts: workers of older versions were at work, which sealed nothing. */
  unsealedUntil?: number | undefined;
};

/** What a seal of a message in the namespace of this worker is over. */
export const contentOf = (to: string, message: unknown) =>
  sealedContent(Context.current().info.namespace, to, message);

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

/** Counts and logs what is kept unread: another version has written it. */
const notRead = (to: string, kind: Sealed, messages: number): void => {
  const { metricMeter, log } = Context.current();
  counter(metricMeter, 'messagesUnread').add(messages, { kind });
  log.warn('cannot read a message of another version', { kind, messages, to });
};

/** The workflow at work. Only its own code asks for a local activity; all else is asked for through the server. */
const here = (): string => {
  const { isLocal, workflowExecution } = Context.current().info;
  if (isLocal && workflowExecution) return workflowExecution.workflowId;
  const message = 'seals are made and checked for the workflow at work alone';
  throw ApplicationFailure.nonRetryable(message, 'NotLocal');
};

/** What of a message that a worker has sealed this one can read. */
const verdictOn = (to: string, { kind, json }: Pick<SealedMessage, 'kind' | 'json'>): SealVerdict => {
  const brought: unknown = JSON.parse(json);
  const unread = unreadIn(kind, brought);
  if (unread.length === 0) return true;
  notRead(to, kind, unread.length);
  return isList(brought) ? { unread } : { unread, isWhole: true };
};

/** The local activities by which workflows learn what is sealed. */
export const createSealActivities = ({ seals, unsealedUntil = 0 }: SealTerms): SealActivities => {
  const isGood = (to: string, { kind, json, seal, since = Date.now() }: SealedMessage): boolean =>
    seal === undefined ? since < unsealedUntil : seals.isGood(seal, kind, contentOf(to, JSON.parse(json)));
  return {
    checkSeals(messages) {
      const to = here();
      const judged = messages.map((message): SealVerdict => {
        if (isGood(to, message)) return verdictOn(to, message);
        dropped(to, message);
        return false;
      });
      return Promise.resolve(judged);
    },

    canRead(messages) {
      const to = here();
      return Promise.resolve(messages.map((message) => verdictOn(to, message) === true));
    },

    sealInput(content) {
      return Promise.resolve(sealFor(seals, 'carried', here(), content));
    },
  };
};
