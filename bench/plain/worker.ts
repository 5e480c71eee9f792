import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { smtpTransport } from '../../activities/mail/transport';
import { openStore } from '../../store/open';
import { roomHere, workflowsThatFit } from '../../worker/cache-size';
import { readConfiguration } from '../../worker/configuration';
import { connectionIn } from '../../worker/connection';
import { serveHealth } from '../../worker/health';
import { runTogether } from '../../worker/workers';
import { plainActivities } from './activities';
import { MOST_TOLD, PLAIN_MAIL_QUEUE, PLAIN_QUEUE } from './messages';

/** The plain design's worker, with the settings of ours (worker/main.ts). */
const main = async (): Promise<void> => {
  const configuration = readConfiguration(process.env);
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const { connectionOptions, namespace = 'default' } = connectionIn(process.env);
  const connection = await NativeConnection.connect(connectionOptions);
  const store = await openStore(configuration.STORE);
  const transport = smtpTransport(configuration.SMTP_URL, configuration.SMTP_CONNECTIONS);
  const activities = plainActivities(store, transport);
  const code = readFileSync(path.join(__dirname, 'plain-workflows.js'), 'utf8');
  const shutdownGraceTime = configuration.SHUTDOWN_GRACE * 1000;
  const main = await Worker.create({
    connection,
    namespace,
    taskQueue: PLAIN_QUEUE,
    workflowBundle: { code },
    activities,
    maxCachedWorkflows: configuration.MAX_CACHED_WORKFLOWS ?? workflowsThatFit(roomHere()),
    shutdownGraceTime,
  });
  const mail = await Worker.create({
    connection,
    namespace,
    taskQueue: PLAIN_MAIL_QUEUE,
    activities,
    maxConcurrentActivityTaskExecutions: configuration.SMTP_CONNECTIONS,
    maxTaskQueueActivitiesPerSecond: configuration.MAILS_PER_SECOND / MOST_TOLD,
    shutdownGraceTime,
  });
  const health = await serveHealth([main, mail], {
    port: configuration.HEALTH_PORT ?? 0,
    host: configuration.HEALTH_HOST,
  });
  await runTogether([main, mail]);
  health.close();
  transport.close();
  await connection.close();
};

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
