import type { NativeConnection, Worker } from '@temporalio/worker';
import type { ClockAhead } from '../../activities';
import type { Store } from '../../store/store';
import { checkNamespace } from '../namespace';
import type { Looks } from './readiness';
import type { TaskFailures } from './task-failures';

type World = {
  connection: NativeConnection;
  namespace: string;
  store: Store;
  workers: readonly Worker[];
  clock: ClockAhead;
  failures: TaskFailures;
  /** Whether the workers of the store have our keys; false where the store is away. */
  knowsKeys: () => Promise<boolean>;
  /** The text of this process's metrics; undefined where it has none. */
  metrics: (() => Promise<string>) | undefined;
};

/** Clocks may differ so far, in ms, before somebody should look: signed commands count within an hour. */
const BEHIND = -10_000;
const AHEAD = 120_000;

const isPolling = (worker: Worker): boolean => {
  const { runState, activityPollerState, workflowPollerState } = worker.getStatus();
  // One that has no workflows does not poll for their tasks.
  const pollers = worker.options.workflowBundle
    ? [activityPollerState, workflowPollerState]
    : [activityPollerState];
  return runState === 'RUNNING' && pollers.every((state) => state === 'POLLING');
};

const lookAtWorkers = (workers: readonly Worker[]): string => {
  const named = (some: readonly Worker[]) => some.map(({ options }) => options.taskQueue).join(' ');
  const idle = workers.filter((worker) => !isPolling(worker));
  if (idle.length > 0) throw new Error(named(idle));
  return named(workers);
};

const lookAtTasks = async ({ metrics, failures }: World): Promise<string | undefined> => {
  if (!metrics) return 'unknown: METRICS_PORT is not set';
  const now = Date.now();
  failures.note(await metrics(), now);
  const lately = failures.lately(now);
  if (lately.length > 0) throw new Error(lately.map(([reason, count]) => `${reason} ${count}`).join(', '));
  return undefined;
};

const lookAtClock = ({ most }: ClockAhead): string | undefined => {
  if (most === undefined) return undefined;
  const seconds = `${(most / 1000).toFixed(1)} s`;
  if (most < BEHIND || most > AHEAD) throw new Error(seconds);
  return seconds;
};

const lookAtNamespace = async (connection: NativeConnection, namespace: string): Promise<string> => {
  const isKnown = await checkNamespace(connection, namespace);
  return isKnown ? namespace : `${namespace} (search attributes: not told)`;
};

/** What `/readyz` looks at, each in its own way. */
export const looksAt = (world: World): Looks => {
  const { connection, namespace, store, workers, clock, knowsKeys } = world;
  return {
    server: async () => {
      await connection.workflowService.getSystemInfo({});
      return undefined;
    },
    namespace: () => lookAtNamespace(connection, namespace),
    store: async () => {
      await store.check();
      return undefined;
    },
    keys: async () => ((await knowsKeys()) ? undefined : 'unknown: the store does not answer'),
    workers: () => Promise.resolve(workers).then(lookAtWorkers),
    'workflow-tasks': () => lookAtTasks(world),
    clock: () => Promise.resolve(clock).then(lookAtClock),
  };
};
