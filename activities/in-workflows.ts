import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/**
 * Refuses activities that no workflow has scheduled: servers let whoever reaches them start one by itself, with any
 * content, which would be mailed or sealed as if a workflow had asked for it.
 */
export const onlyInWorkflows: ActivityInterceptorsFactory = ({ info }) => ({
  inbound: {
    execute(input, next) {
      if (info.inWorkflow) return next(input);
      throw ApplicationFailure.nonRetryable('only workflows have activities done here', 'NotInWorkflow');
    },
  },
});
