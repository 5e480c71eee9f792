import { Context } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { onlyInWorkflows } from './in-workflows';

/** What comes of an activity that is done with this information about who has asked for it. */
const done = (info: { inWorkflow: boolean }): Promise<unknown> => {
  const environment = new MockActivityEnvironment(info);
  return environment.run(async () => {
    const { inbound } = onlyInWorkflows(Context.current());
    return inbound?.execute?.({ args: [], headers: {} }, () => Promise.resolve('done'));
  });
};

test('an activity is done for a workflow, and for nobody who starts it by itself', async () => {
  expect(await done({ inWorkflow: true })).toBe('done');
  await expect(done({ inWorkflow: false })).rejects.toMatchObject({
    type: 'NotInWorkflow',
    nonRetryable: true,
  });
});
