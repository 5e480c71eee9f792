/**
 * Replays the histories of the open workflows of a server with the build beside it, as `npm run replay:live` before a
 * deployment: does what is open go on with it?
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { reasonOf } from '../../base/reason';
import type { Language } from '../../domain/round/roster';
import { TASK_QUEUE, WORKFLOWS } from '../../workflows/messages';
import { payloadKeysIn } from '../../codec/keys';
import { buildIn } from '../build';
import { connectionIn } from '../connection';
import { bundleOf, type Encryption, workerConverter } from '../encryption';
import { countOpen, openWorkflows } from './open-workflows';
import { replayOpen } from './replay-open';
import { type OfType, reportOn, type Verdict, verdictOn } from './report';

const EXIT: Record<Verdict, number> = { go: 0, no: 1, nothing: 2 };
/** It could not be found out: no server, no rights, a wrong option. */
const UNKNOWN = 2;

/** Of each type, unless said: a history takes a twentieth of a second or so. */
const MOST = 500;

type Options = { most: number; language: Language };

const optionsIn = (args: readonly string[], { LANG = '' }: NodeJS.ProcessEnv): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: { most: { type: 'string', default: String(MOST) }, lang: { type: 'string', default: LANG } },
  });
  const most = Number(values.most);
  if (!Number.isSafeInteger(most) || most < 1) throw new RangeError('--most: a whole number from 1 on');
  return { most, language: values.lang.startsWith('en') ? 'en' : 'zh-CN' };
};

/** As the workers encrypt: their histories cannot be read otherwise. */
const encryptionOf = (environment: NodeJS.ProcessEnv): Encryption | undefined => {
  const keys = payloadKeysIn(environment);
  return keys && { keys, failureConverterPath: path.join(__dirname, 'failure-converter.js') };
};

const replayAll = async (
  client: Client,
  { taskQueue, most, encryption }: { taskQueue: string; most: number; encryption: Encryption | undefined },
): Promise<OfType[]> => {
  const build = {
    workflowBundle: await bundleOf({ codePath: path.join(__dirname, 'workflows.js') }, encryption),
    dataConverter: workerConverter(client.options.namespace, encryption),
  };
  const all: OfType[] = [];
  for (const type of Object.values(WORKFLOWS)) {
    const open = await countOpen(client, type, taskQueue);
    const workflows = openWorkflows(client, { type, taskQueue, open, most });
    all.push({ type, open, ...(await replayOpen(build, workflows)) });
  }
  return all;
};

/** An empty setting counts as none. */
const setting = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

const run = async (): Promise<number> => {
  const { most, language } = optionsIn(process.argv.slice(2), process.env);
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  const { connectionOptions, namespace = 'default' } = connectionIn(process.env);
  const connection = await Connection.connect(connectionOptions);
  try {
    const client = new Client({ connection, namespace });
    const taskQueue = setting(process.env.TASK_QUEUE) ?? TASK_QUEUE;
    const all = await replayAll(client, { taskQueue, most, encryption: encryptionOf(process.env) });
    process.stdout.write(`${reportOn(await buildIn(__dirname), all, language)}\n`);
    return EXIT[verdictOn(all)];
  } finally {
    await connection.close();
  }
};

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = UNKNOWN;
  },
);
