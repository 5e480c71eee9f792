import { Client } from '@temporalio/client';
import {
  type NativeConnection,
  Worker,
  type WorkerDeploymentOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import {
  createLightActivities,
  createMailActivities,
  type Learned,
  measuredFor,
  briefFailures,
  onlyInWorkflows,
  type TrustSource,
} from '../activities';
import type { MailTransport } from '../activities/mail/transport';
import type { Seals } from '../domain/identity/seal';
import type { Store } from '../store/store';
import { mailQueue } from '../workflows/messages';
import { bundleOf, clientConverter, type Encryption, workerConverter } from './encryption';
import { roomHere, workflowsThatFit } from './cache-size';
import type { Configuration } from './configuration';

export type WorkerDependencies = {
  connection: NativeConnection;
  namespace: string;
  workflowBundle: WorkflowBundleOption;
  store: Store;
  transport: MailTransport;
  seals: Seals;
  trust: TrustSource;
  deployment: WorkerDeploymentOptions;
  /** Absent where what is given to Temporal is not encrypted. */
  encryption?: Encryption | undefined;
  /** Is told what the activities show. */
  learned: Learned;
  configuration: Pick<
    Configuration,
    | 'TASK_QUEUE'
    | 'MAIL'
    | 'MAIL_FROM'
    | 'SMTP_CONNECTIONS'
    | 'MAILS_PER_SECOND'
    | 'SHUTDOWN_GRACE'
    | 'MAX_CACHED_WORKFLOWS'
    | 'UNSEALED_UNTIL'
  >;
};

/**
 * People are told this much later: a decision that arrives meanwhile is answered first, and items that change at the same
 * moment are told of together.
 */
const GATHER_MS = 100;

/**
 * So long the server keeps a task for the worker that has its workflow in memory, before any worker may take it: whoever gives a
 * command to an item of a worker that was killed waits for that. Shorter, busy workers would replay what another one has.
 */
const HELD_FOR_ITS_WORKER_MS = 3000;

/**
 * So long a task may run, also where the process stands still meanwhile: the machine is busy, is moved, or sleeps. Node does not
 * survive that code of a workflow is cut off (nodejs/node#38503), so that the five seconds of the SDK end the worker with all that
 * it has in memory. The SDK takes this option, but its types do not name it.
 */
const UNCUT = { isolateExecutionTimeout: '10 minutes' };

/** Items, rounds, mailboxes and the archive. */
const createMainWorker = async (deps: WorkerDependencies): Promise<Worker> => {
  const {
    connection,
    namespace,
    workflowBundle,
    store,
    seals,
    trust,
    learned,
    deployment,
    encryption,
    configuration,
  } = deps;
  const { TASK_QUEUE, SHUTDOWN_GRACE, MAX_CACHED_WORKFLOWS, UNSEALED_UNTIL } = configuration;
  const dataConverter = clientConverter(namespace, encryption);
  const client = new Client({ connection, namespace, dataConverter });
  return Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workerDeploymentOptions: deployment,
    workflowBundle: await bundleOf(workflowBundle, encryption),
    dataConverter: workerConverter(namespace, encryption),
    interceptors: { activity: [briefFailures, onlyInWorkflows, measuredFor(learned)] },
    activities: createLightActivities({
      client,
      store,
      seals,
      unsealedUntil: UNSEALED_UNTIL,
      trust,
      taskQueue: TASK_QUEUE,
      gatherMs: GATHER_MS,
    }),
    shutdownGraceTime: SHUTDOWN_GRACE * 1000,
    ...UNCUT,
    stickyQueueScheduleToStartTimeout: HELD_FOR_ITS_WORKER_MS,
    maxCachedWorkflows: MAX_CACHED_WORKFLOWS ?? workflowsThatFit(roomHere()),
  });
};

/** Mail alone, at the rate that the mail server can take. */
const createMailWorker = (deps: WorkerDependencies): Promise<Worker> => {
  const { connection, namespace, store, transport, seals, learned, deployment, encryption, configuration } =
    deps;
  const { MAIL, TASK_QUEUE, MAIL_FROM, SMTP_CONNECTIONS, MAILS_PER_SECOND, SHUTDOWN_GRACE, UNSEALED_UNTIL } =
    configuration;
  return Worker.create({
    connection,
    namespace,
    taskQueue: mailQueue(TASK_QUEUE),
    workerDeploymentOptions: deployment,
    dataConverter: workerConverter(namespace, encryption),
    interceptors: { activity: [briefFailures, onlyInWorkflows, measuredFor({ waits: learned.waits })] },
    activities: createMailActivities({
      store,
      transport,
      seals,
      unsealedUntil: UNSEALED_UNTIL,
      sender: MAIL_FROM,
      onHold: MAIL === 'hold',
    }),
    maxConcurrentActivityTaskExecutions: SMTP_CONNECTIONS,
    maxTaskQueueActivitiesPerSecond: MAILS_PER_SECOND,
    shutdownGraceTime: SHUTDOWN_GRACE * 1000,
  });
};

/** The two workers of a process. */
export const createWorkers = (deps: WorkerDependencies): Promise<[Worker, Worker]> =>
  Promise.all([createMainWorker(deps), createMailWorker(deps)]);

/** Tells those that run to end, once what is under way is done. */
export const stopAll = (workers: readonly Worker[]): void => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
};

/** Runs workers until they have all ended; when one ends, for whatever reason, the others are told to. */
export const runTogether = async (workers: readonly Worker[]): Promise<void> => {
  const ends = await Promise.allSettled(
    workers.map(async (worker) => {
      try {
        await worker.run();
      } finally {
        stopAll(workers);
      }
    }),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
};
