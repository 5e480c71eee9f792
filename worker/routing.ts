import { setTimeout } from 'node:timers/promises';
import type { NativeConnection, WorkerDeploymentOptions } from '@temporalio/worker';

type Version = WorkerDeploymentOptions['version'];

/** What the server does with a build; `unknown`: it does not say. */
export type Routing = 'current' | 'ramping' | 'waiting' | 'nothing-current' | 'unknown';

/** How long the server may take for its answer, in ms. */
const PATIENCE = 10_000;

/** Whether the server gives tasks to a build, or to any build of its deployment. Never throws: it is only to be told. */
export const routingOf = async (
  connection: Pick<NativeConnection, 'workflowService' | 'withDeadline'>,
  namespace: string,
  { deploymentName, buildId }: Version,
): Promise<Routing> => {
  try {
    const { workerDeploymentInfo } = await connection.withDeadline(Date.now() + PATIENCE, () =>
      connection.workflowService.describeWorkerDeployment({ namespace, deploymentName }),
    );
    const { currentDeploymentVersion: current, rampingDeploymentVersion: ramping } =
      workerDeploymentInfo?.routingConfig ?? {};
    if (current?.buildId === buildId) return 'current';
    if (ramping?.buildId === buildId) return 'ramping';
    return current ? 'waiting' : 'nothing-current';
  } catch {
    return 'unknown';
  }
};

const SAID: Partial<Record<Routing, (version: Version) => string>> = {
  waiting: ({ deploymentName, buildId }) =>
    `another build of the deployment ${deploymentName} is current, so this one, ${buildId}, gets no tasks yet`,
  'nothing-current': ({ deploymentName, buildId }) =>
    `no build of the deployment ${deploymentName} is current, so items, rounds and mailboxes wait: temporal worker deployment set-current-version --deployment-name ${deploymentName} --build-id ${buildId}`,
};

/** The server learns of a build when its workers first ask for tasks; then it takes some seconds to know. */
const AFTER_MS = 15_000;

/** Tells, some seconds after the start, where a build with versioning gets no tasks: that looks as if all were well. */
export const tellRouting = async (
  ask: () => Promise<Routing>,
  version: Version,
  { tell, until, afterMs = AFTER_MS }: { tell: (said: string) => void; until: AbortSignal; afterMs?: number },
): Promise<void> => {
  try {
    await setTimeout(afterMs, undefined, { ref: false, signal: until });
  } catch {
    return;
  }
  const said = SAID[await ask()]?.(version);
  if (said !== undefined && !until.aborted) tell(said);
};
