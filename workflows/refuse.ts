import { ApplicationFailure } from '@temporalio/common';
import { metricMeter } from '@temporalio/workflow';
import { words } from '../domain/language';
import type { Refusal } from '../domain/refusal';
import { counter } from './metrics';

/** What is wrong with a signature or an opening, as a label: a closed list, and nothing of the command. */
const faultOf = (refusal: Refusal) =>
  refusal.type === 'BadSignature' || refusal.type === 'UntrustedOpening' ? { fault: refusal.fault } : {};

/** Counts a refusal for operators, by its type; a forged or stale signature also by its fault. */
export const countRefusal = (refusal: Refusal): void => {
  counter(metricMeter, 'commandsRefused').add(1, { type: refusal.type, ...faultOf(refusal) });
};

/**
 * A refusal as it leaves a workflow: its type is the failure's type, its data the first detail, so that a
 * client can say it in the person's language. Every one is counted.
 */
export const refuse = (refusal: Refusal): ApplicationFailure => {
  countRefusal(refusal);
  return ApplicationFailure.nonRetryable(words('zh-CN').refusal(refusal), refusal.type, refusal);
};
