import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { methodsOf, type Role } from '../../scripts/docs/server-rights';
import { GOOD_PLAN } from '../../testing/plan';
import { jsonOf } from '../../testing/json-of';
import { WORKFLOWS } from '../../workflows/messages';
import { CommandLine } from '../support/command-line';
import { poll } from '../support/poll';
import { certificate, connectionOf, type Proxy, startProxy } from '../support/production/proxy';
import { RealWorld } from '../support/real-world';

/** Names of clients, and what `certificates.sh` is asked for. */
const CLIENTS: Readonly<Record<string, string>> = {
  'worker-1': 'worker',
  'worker-2': 'worker',
  p05: 'person',
  'office-1': 'office',
  'admin-1': 'operator',
  // In one set with another OU: a subject that claims two roles.
  'p06+OU=operator': 'person',
  // A comma within a name.
  'p07,OU=operator': 'person',
};

let folder: string;
let world: RealWorld;
let proxy: Proxy;
const ours = (): string => path.join(folder, 'certificates');
const theirs = (): string => path.join(folder, 'others');
const as = (name: string, from = ours()) => connectionOf(proxy.address, from, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-proxy-'));
  for (const authority of [ours(), theirs()]) await certificate(authority, 'ca');
  await certificate(ours(), 'server', 'localhost', '127.0.0.1');
  for (const [name, role] of Object.entries(CLIENTS)) await certificate(ours(), role, name);
  await certificate(theirs(), 'operator', 'admin-1');
  world = await RealWorld.create();
  const nginx = path.join(folder, 'nginx');
  await mkdir(nginx);
  proxy = await startProxy({ folder: nginx, certificates: ours(), frontend: world.server.address });
  await world.startWorker(as('worker-2'));
});
afterAll(async () => {
  await world.close();
  await proxy.stop();
  await rm(folder, { recursive: true, force: true });
});

const line = new CommandLine(() => world);
const rectify = (name: string, ...args: string[]) => line.run(args, as(name));
const json = (name: string, ...args: string[]) => line.json(args, as(name));

/** Without a certificate of its own where there is no name; tried once. */
const connected = async <T>(
  name: string | undefined,
  work: (connection: Connection) => Promise<T>,
  from = ours(),
): Promise<T> => {
  const pem = (file: string) => readFile(path.join(from, file));
  const clientCertPair = name !== undefined && {
    clientCertPair: { crt: await pem(`${name}.pem`), key: await pem(`${name}.key`) },
  };
  const serverRootCACertificate = await readFile(path.join(ours(), 'ca.pem'));
  const connection = Connection.lazy({
    address: proxy.address,
    tls: { serverRootCACertificate, ...clientCertPair },
    interceptors: [],
  });
  try {
    return await connection.withDeadline(Date.now() + 90_000, () => work(connection));
  } finally {
    await connection.close();
  }
};

type Service = { methods: Record<string, object> };
type Calls = Record<string, (request: object) => Promise<unknown>>;

const SERVICES = {
  'temporal.api.workflowservice.v1.WorkflowService': {
    described: temporal.api.workflowservice.v1.WorkflowService as unknown as Service,
    of: (connection: Connection) => connection.workflowService as unknown as Calls,
  },
  'temporal.api.operatorservice.v1.OperatorService': {
    described: temporal.api.operatorservice.v1.OperatorService as unknown as Service,
    of: (connection: Connection) => connection.operatorService as unknown as Calls,
  },
};

/** The gRPC status of a call, and what is said with it; 0 where it was answered. */
const outcome = async (call: Promise<unknown>): Promise<{ code: number; details: string }> => {
  try {
    await call;
    return { code: 0, details: '' };
  } catch (error) {
    if (!isGrpcServiceError(error)) throw error;
    return { code: error.code, details: error.details };
  }
};

/** What becomes of every method that this SDK knows, each called without content: of what is allowed, and of the rest. */
const walk = async (name: string): Promise<Map<string, { code: number; details: string }>> =>
  connected(name, async (connection) => {
    const outcomes = new Map<string, { code: number; details: string }>();
    for (const [service, { described, of }] of Object.entries(SERVICES))
      for (const method of Object.keys(described.methods)) {
        const call = of(connection)[`${method.charAt(0).toLowerCase()}${method.slice(1)}`];
        if (!call) throw new Error(`the SDK cannot call ${method}`);
        outcomes.set(`${service}/${method}`, await outcome(call.call(of(connection), {})));
      }
    return outcomes;
  });

const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

const ROLE_OF: [string, Role][] = [
  ['p05', 'person'],
  ['office-1', 'office'],
  ['worker-1', 'worker'],
];

test.each(ROLE_OF)(
  '%s may call what the table allows the role %s, and none of the other methods',
  async (name, role) => {
    const outcomes = await walk(name);
    expect(outcomes.size).toBeGreaterThan(100);
    const passed = [...outcomes]
      .filter(([, { code }]) => code !== PERMISSION_DENIED)
      .map(([method]) => method);
    const allowed = methodsOf(role).filter((method) => outcomes.has(method));
    expect(passed.sort()).toEqual(allowed.sort());
    expect(allowed.length).toBeGreaterThan(8);
    for (const [method, { code, details }] of outcomes)
      if (code === PERMISSION_DENIED) expect(details).toBe(`role ${role} may not call /${method}`);
  },
);

test('methods that could act for others are among those that a person may not call', () => {
  const dangerous = [
    ...['Start', 'Signal', 'SignalWithStart', 'Reset', 'Terminate', 'RequestCancel', 'Delete'].map(
      (what) => `${what}WorkflowExecution`,
    ),
    ...['ExecuteMultiOperation', 'StartBatchOperation', 'CreateSchedule', 'RespondWorkflowTaskCompleted'],
    ...['PollWorkflowTaskQueue', 'UpdateNamespace', 'UpdateWorkflowExecutionOptions'],
  ];
  const known = Object.keys(SERVICES['temporal.api.workflowservice.v1.WorkflowService'].described.methods);
  expect(known).toEqual(expect.arrayContaining(dangerous));
  const mine = methodsOf('person').map((method) => method.split('/').at(-1));
  expect(dangerous.filter((method) => mine.includes(method))).toEqual([]);
});

const end = (connection: Connection) =>
  outcome(
    connection.workflowService.terminateWorkflowExecution({
      namespace: world.server.namespace,
      workflowExecution: { workflowId: 'nobody' },
    }),
  );

test("an operator's certificate reaches the server with anything", async () => {
  const NOT_FOUND = 5;
  expect(await connected('admin-1', end)).toMatchObject({ code: NOT_FOUND });
});

test('a subject with two roles has none, and a role within a name is none', async () => {
  const two = await connected('p06+OU=operator', end);
  expect(two).toMatchObject({
    code: PERMISSION_DENIED,
    details: expect.stringContaining('role nobody') as string,
  });
  const within = await connected('p07,OU=operator', end);
  expect(within).toMatchObject({
    code: PERMISSION_DENIED,
    details: expect.stringContaining('role person') as string,
  });
});

const ask = (connection: Connection) => outcome(connection.workflowService.getSystemInfo({}));

test('nobody asks anything without a certificate, with one of another authority, or with that of the server', async () => {
  expect(await connected(undefined, ask)).toMatchObject({ code: UNAUTHENTICATED });
  expect(await connected('admin-1', ask, theirs())).toMatchObject({ code: UNAUTHENTICATED });
  expect(await connected('server', ask)).toMatchObject({ code: UNAUTHENTICATED });
  expect(await connected('p05', ask)).toMatchObject({ code: 0 });
});

test('a path that only looks like one that is allowed is none', async () => {
  const service = 'temporal.api.workflowservice.v1.WorkflowService';
  const paths = [
    `/${service}/GetSystemInfo/../StartWorkflowExecution`,
    `/${service}/StartWorkflowExecution?/${service}/GetSystemInfo`,
    `/${service}/getsysteminfo`,
    `//${service}/GetSystemInfo`,
    '/temporal.server.api.adminservice.v1.AdminService/DescribeMutableState',
  ];
  const statuses = await asked(paths);
  expect(statuses).toEqual(paths.map(() => String(PERMISSION_DENIED)));
  expect(await asked([`/${service}/GetSystemInfo`])).toEqual(['0']);
});

/** The gRPC status of an empty message to each path, asked by a client that knows nothing of gRPC, as a person. */
const asked = async (paths: readonly string[]): Promise<(string | undefined)[]> => {
  const { connect } = await import('node:http2');
  const session = connect(`https://${proxy.address}`, {
    ca: await readFile(path.join(ours(), 'ca.pem')),
    cert: await readFile(path.join(ours(), 'p05.pem')),
    key: await readFile(path.join(ours(), 'p05.key')),
  });
  const one = (to: string) =>
    new Promise<string | undefined>((resolve, reject) => {
      const stream = session.request({
        ':method': 'POST',
        ':path': to,
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      let status: string | undefined;
      const note = (headers: Record<string, unknown>) => {
        const { 'grpc-status': said } = headers;
        if (typeof said === 'string') status = said;
      };
      stream.on('response', note).on('trailers', note).on('error', reject);
      stream.on('end', () => {
        resolve(status);
      });
      stream.resume().end(Buffer.alloc(5));
    });
  try {
    return await Promise.all(paths.map(one));
  } finally {
    session.close();
  }
};

const planFile = async (): Promise<string> => {
  const file = path.join(folder, 'plan.yaml');
  await writeFile(file, GOOD_PLAN);
  return file;
};

test('the office starts a round, its worker runs it, and people bring an item to its end, each with their certificate', async () => {
  const plan = await planFile();
  const refused = await rectify('p05', 'import', plan, '--json', '--lang', 'en');
  expect(refused.code).toBe(3);
  expect(jsonOf(['import'], refused.out)).toMatchObject({ error: { exit: 3, type: 'Forbidden' } });
  expect(refused.err).toMatch(
    /does not allow this \(StartWorkflowExecution\) with a certificate of the role person/,
  );
  expect((await rectify('p05', 'import', plan, '--lang', 'zh-CN')).err).toMatch(
    /不允许个人的证书进行此项操作（StartWorkflowExecution）/,
  );

  expect(await json('office-1', 'import', plan)).toMatchObject({ outcome: 'started', items: 2 });
  const by = (person: string, ...args: string[]) => json('p05', '--as', person, ...args);
  await poll('the item', async () => (await rectify('p05', 'show', '2.1')).code === 0);
  await by('handler', 'ack', '2.1');
  const file = path.join(folder, 'record.txt');
  await writeFile(file, '学习记录');
  await by('handler', 'evidence', '2.1', file, '--measure', '1', '--title', '学习记录');
  await by('handler', 'progress', '2.1', '已补记', '--complete', '1');
  await by('handler', 'request-closure', '2.1', '已补记，申请销号');
  expect(await by('leader', 'approve', '2.1', '--yes')).toMatchObject({ status: 'acceptance' });
  expect(await by('acceptor', 'accept', '2.1', '--yes')).toMatchObject({ status: 'closed' });
  for (const args of [['list'], ['show', '2.1'], ['schedule', '1.1'], ['round'], ['ledger'], ['proposals']])
    expect(await json('p05', ...args)).toBeDefined();
  const { checks } = (await json('p05', 'doctor')) as { checks: { name: string; ok: boolean }[] };
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const calls = await proxy.calls();
  expect(calls.filter((call) => call.includes('CN=worker-2') && call.includes(' 200 7 '))).toEqual([]);
  expect(
    calls.some((call) => /person "CN=p05,OU=person" \S+\/UpdateWorkflowExecution 200 0 /.test(call)),
  ).toBe(true);
});

test.each([
  ['en', 'does not know you'],
  ['zh-CN', '不认得您'],
])(
  'in %s the command line says that the proxy does not know a certificate, or misses it',
  async (lang, said) => {
    const foreign = as('admin-1', theirs());
    const authority = { TEMPORAL_TLS_SERVER_CA_CERT_PATH: path.join(ours(), 'ca.pem') };
    for (const more of [foreign, { TEMPORAL_ADDRESS: proxy.address, TEMPORAL_TLS: 'true' }]) {
      const { code, err } = await line.run(['list', '--lang', lang], { ...more, ...authority });
      expect(code).toBe(3);
      expect(err).toContain(said);
    }
  },
);

test('what is too large is refused by the server, not before it', async () => {
  const INVALID_ARGUMENT = 3;
  const start = (connection: Connection) =>
    outcome(
      connection.workflowService.startWorkflowExecution({
        namespace: world.server.namespace,
        workflowId: 'large',
        requestId: 'large',
        workflowType: { name: WORKFLOWS.round },
        taskQueue: { name: 'idle' },
        input: { payloads: [{ data: Buffer.alloc(3 * 1024 * 1024) }] },
      }),
    );
  expect(await connected('office-1', start)).toMatchObject({ code: INVALID_ARGUMENT });
});

test('who waits for work may wait for as long as the server lets them', async () => {
  const since = Date.now();
  const wait = (connection: Connection) =>
    outcome(
      connection.workflowService.pollWorkflowTaskQueue({
        namespace: world.server.namespace,
        taskQueue: { name: 'idle' },
      }),
    );
  expect(await connected('worker-1', wait)).toMatchObject({ code: 0 });
  expect(Date.now() - since).toBeGreaterThan(50_000);
});
