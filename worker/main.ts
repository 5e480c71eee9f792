import path from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime, type TelemetryOptions } from '@temporalio/worker';
import { instant } from '../domain/calendar/zone';
import { Seals } from '../domain/identity/seal';
import { ClockAhead, Waits } from '../activities';
import { warningsOf } from '../activities/mail/smtp-url';
import { smtpTransport } from '../activities/mail/transport';
import { WORKFLOWS } from '../workflows/messages';
import { HISTOGRAM_BOUNDS } from '../workflows/metrics';
import { buildIn, buildOf, deploymentOf } from './build';
import { Checkpoints, watchCheckpoints } from './checkpoints';
import { type Configuration, ConfigurationError, readConfiguration } from './configuration';
import { connectionIn } from './connection';
import { serveHealth } from './health';
import { checkKeyMarks, checkLater } from './key-marks';
import { loggerOf } from './logger';
import { checkNamespace } from './namespace';
import { routingOf, tellRouting } from './routing';
import { storeOf, storeWarnings } from './store';
import { trustOf, trustWarnings } from './trust';
import { startWatching } from './watch';
import { createWorkers, runTogether, stopAll } from './workers';

/** Metrics are served only where somebody asks for them. */
const telemetryOf = ({ METRICS_PORT, METRICS_HOST }: Configuration): TelemetryOptions =>
  METRICS_PORT === undefined
    ? {}
    : {
        metrics: {
          prometheus: {
            bindAddress: `${METRICS_HOST}:${String(METRICS_PORT)}`,
            histogramBucketOverrides: HISTOGRAM_BOUNDS,
          },
        },
      };

/** Only workers start items, so where one is open, a worker of this queue has had a store. */
const hasOpenItems = async (
  { workflowService }: NativeConnection,
  namespace: string,
  { TASK_QUEUE }: Configuration,
): Promise<boolean> => {
  const queue = TASK_QUEUE.replaceAll("'", "\\'");
  const query = `WorkflowType = '${WORKFLOWS.item}' AND TaskQueue = '${queue}' AND ExecutionStatus = 'Running'`;
  const { executions } = await workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 });
  return executions.length > 0;
};

/** How often a store that was away at the start is asked for the marks of keys. */
const ASK_AGAIN_MS = 30_000;

/** How often checkpoints are compared, and a new one noted where the last is old enough, in milliseconds. */
const COMPARE_MS = 600_000;

/** Runs until it is told to stop, then finishes what is under way. */
const run = async (configuration: Configuration): Promise<void> => {
  Runtime.install({
    logger: loggerOf(configuration),
    telemetryOptions: telemetryOf(configuration),
  });
  for (const warning of warningsOf(configuration.SMTP_URL)) Runtime.instance().logger.warn(warning);
  const { connectionOptions, namespace = 'default' } = connectionIn(process.env);
  const connection = await NativeConnection.connect(connectionOptions);
  if (!(await checkNamespace(connection, namespace)))
    Runtime.instance().logger.warn(
      'the server does not let this worker see whether the search attributes are there',
    );
  const store = await storeOf(configuration, () => hasOpenItems(connection, namespace, configuration));
  for (const warning of await storeWarnings(configuration)) Runtime.instance().logger.warn(warning);
  const seals = new Seals(configuration.SEAL_KEYS);
  const knowsKeys = () => checkKeyMarks(store, seals, configuration, instant(Date.now()));
  const isChecked = await knowsKeys();
  if (!isChecked)
    Runtime.instance().logger.warn(
      'the store does not answer, so it is not known yet whether the other workers have the same keys; this is asked again',
    );
  const warn = (text: string) => {
    Runtime.instance().logger.warn(text);
  };
  const client = new Client({ connection, namespace });
  const checkpoints = new Checkpoints({ client, store, seals, warn, configuration });
  await checkpoints.check();
  const transport = smtpTransport(configuration.SMTP_URL, configuration.SMTP_CONNECTIONS);
  const trust = trustOf(configuration);
  for (const warning of await trustWarnings(trust)) Runtime.instance().logger.warn(warning);
  const deployment = deploymentOf(await buildIn(__dirname), configuration);
  const workflowBundle = { codePath: path.join(__dirname, 'workflows.js') };
  const { PAYLOAD_KEYS: keys } = configuration;
  const build = buildOf(deployment.version.buildId);
  Runtime.instance().logger.info('starting', { ...build, taskQueue: configuration.TASK_QUEUE });
  const learned = { waits: new Waits(), clock: new ClockAhead() };
  const workers = await createWorkers({
    connection,
    namespace,
    workflowBundle,
    store,
    transport,
    seals,
    trust,
    deployment,
    encryption: keys && { keys, failureConverterPath: path.join(__dirname, 'failure-converter.js') },
    learned,
    configuration,
  });
  const { ready, stop: stopWatching } = startWatching({
    connection,
    namespace,
    store,
    workers,
    learned,
    build,
    knowsKeys,
    configuration,
  });
  const { HEALTH_PORT: port, HEALTH_HOST: host } = configuration;
  const health = port === undefined ? undefined : await serveHealth(workers, { port, host, ready });
  const ended = new AbortController();
  const stop = () => {
    stopAll(workers);
  };
  const restored = watchCheckpoints(checkpoints, {
    everyMs: COMPARE_MS,
    againMs: ASK_AGAIN_MS,
    until: ended.signal,
    stop,
    warn,
  });
  const later = isChecked
    ? undefined
    : checkLater(knowsKeys, { everyMs: ASK_AGAIN_MS, until: ended.signal, stop });
  const { version, useWorkerVersioning } = deployment;
  if (useWorkerVersioning)
    void tellRouting(() => routingOf(connection, namespace, version), version, {
      tell: (said) => {
        Runtime.instance().logger.warn(said);
      },
      until: ended.signal,
    });
  try {
    await runTogether(workers);
  } finally {
    ended.abort();
    stopWatching();
    health?.close();
    transport.close();
    await connection.close();
  }
  const fault = (await later) ?? (await restored);
  if (fault) throw fault;
};

const fail = (error: unknown): void => {
  const text = error instanceof ConfigurationError ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof ConfigurationError ? 2 : 1;
};

try {
  run(readConfiguration(process.env)).catch(fail);
} catch (error) {
  fail(error);
}
