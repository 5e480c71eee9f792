import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils';
import { inherited } from '../../client/local/worker-process';
import { keyLine } from '../../base/key-lines';
import { inRepository } from '../../testing/repository';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { ScriptedSmtp } from '../support/scripted-smtp';

const PASSWORD = 'planted-p@ss word';
const SEAL = keyLine({ id: 'k1', secret: new TextEncoder().encode('planted-seal-planted-seal-plante') });
const API_KEY = 'planted-api-key';
const S3_KEY = 'planted-aws-secret';

/** Every way in which a secret is written down or sent. */
const TRACES = [
  ...[PASSWORD, API_KEY, S3_KEY, SEAL.split(/[ :=]/).at(-1) ?? '', 'planted'].flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    btoa(secret),
  ]),
  btoa(`\0office\0${PASSWORD}`),
];

let world: RealWorld;
let server: ScriptedSmtp;
beforeAll(async () => {
  world = await RealWorld.create();
  server = await new ScriptedSmtp().start();
});
afterAll(async () => {
  server.close();
  await world.close();
});

const workerWith = (environment: Record<string, string>): { child: ChildProcess; said: Promise<string> } => {
  const child = spawn(process.execPath, [inRepository('dist', 'worker.js')], {
    env: { ...inherited(process.env), ...environment, AWS_SECRET_ACCESS_KEY: S3_KEY, LOG_LEVEL: 'TRACE' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]).then((both) => both.join('\n'));
  return { child, said };
};

/** A history with what its payloads hold. */
const toldBy = (history: History): string => {
  const json = historyToJSON(history);
  const payloads = Array.from(json.matchAll(/"data":\s*"([^"]*)"/g), ([, data = '']) => atob(data));
  return [json, ...payloads].join('\n');
};

const tracesIn = (said: string): string[] => TRACES.filter((trace) => said.includes(trace));

test.each<[string, Record<string, string>]>([
  [
    'settings have faults',
    {
      STORE: 'nowhere',
      SMTP_URL: `http://office:${encodeURIComponent(PASSWORD)}@x`,
      SEAL_KEYS: `${SEAL} ${SEAL}`,
    },
  ],
  [
    'a password has no place',
    { STORE: 'file:///tmp', SMTP_URL: 'smtp://127.0.0.1', SMTP_PASSWORD: PASSWORD, SEAL_KEYS: SEAL },
  ],
  [
    'the Temporal server is not there',
    {
      STORE: 'file:///tmp',
      SMTP_URL: 'smtp://office@127.0.0.1',
      SMTP_PASSWORD: PASSWORD,
      SEAL_KEYS: SEAL,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      TEMPORAL_API_KEY: API_KEY,
      TEMPORAL_TLS: 'false',
      TEMPORAL_GRPC_META_AUTHORIZATION: API_KEY,
    },
  ],
])('a worker that does not start because %s tells no secret', async (_, environment) => {
  const { child, said } = workerWith(environment);
  const [code] = (await once(child, 'exit')) as [number];
  const words = await said;
  expect([code > 0, words.length > 20]).toEqual([true, true]);
  expect(tracesIn(words)).toEqual([]);
});

test('a worker that runs, and whose login is refused, tells no secret in its logs or in any history', async () => {
  const files = { password: path.join(world.folder, 'password'), seals: path.join(world.folder, 'seals') };
  await writeFile(files.password, `${PASSWORD}\n`);
  await writeFile(files.seals, `${SEAL}\n`);
  server.script = { ehlo: '250-test\r\n250 AUTH PLAIN LOGIN', auth: '535 5.7.8 who are you' };
  const { child, said } = workerWith({
    ...world.environment,
    SMTP_URL: server.url('office').replace('127.0.0.1', 'localhost'),
    ALLOW_CLAIMED: 'yes',
    SMTP_PASSWORD_FILE: files.password,
    SEAL_KEYS_FILE: files.seals,
    TEMPORAL_GRPC_META_X_ANY: API_KEY,
  });
  try {
    await world.begin(
      planOf({ round: 'secrets', deadline: '2021-06-30' }),
      world.clockFrom(at('2021-05-06'), 1, 's'),
    );
    await poll('a login', () => server.heard.includes(btoa(`\0office\0${PASSWORD}`)));
    await poll('what operators are told', async () => {
      const told: string[] = [];
      for await (const { workflowId } of world.client.workflow.list())
        told.push(toldBy(await world.client.workflow.getHandle(workflowId).fetchHistory()));
      expect(tracesIn(told.join('\n'))).toEqual([]);
      return told.join('\n').includes('535');
    });
  } finally {
    child.kill('SIGTERM');
  }
  const words = await said;
  expect(words.length).toBeGreaterThan(500);
  expect(tracesIn(words)).toEqual([]);
});
