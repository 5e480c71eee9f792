import type { RealWorld } from './real-world';

/** What the UI shows of the activities of a workflow that are tried again. */
export const failuresOf = async ({ client }: RealWorld, workflow: string): Promise<string[]> => {
  const { raw } = await client.workflow.getHandle(workflow).describe();
  return (raw.pendingActivities ?? []).flatMap(({ lastFailure }) => lastFailure?.message ?? []);
};

/** The card that the UI shows of a workflow. */
export const cardOf = async ({ client }: RealWorld, workflow: string): Promise<string> => {
  const handle = client.workflow.getHandle(workflow);
  const { currentDetails } = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return currentDetails ?? '';
};
