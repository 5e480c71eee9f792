import { ApplicationFailure } from '@temporalio/common';
import { words } from '../domain/language';
import type { Refusal } from '../domain/refusal';

/**
 * A refusal as it leaves a workflow: its type is the failure's type, its data the first detail, so that a
 * client can say it in the person's language.
 */
export const refuse = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(words('zh-CN').refusal(refusal), refusal.type, refusal);
