import { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { msToTs } from '@temporalio/common/lib/time';
import { NamespaceUnready, Rectify } from '../../client/api';
import { run } from '../../client/cli/main';
import { aScreen } from '../../testing/screen';
import { valueTypeOf } from '../../workflows/namespace';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { calendar2021, planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const { INDEXED_VALUE_TYPE_KEYWORD } = temporal.api.enums.v1.IndexedValueType;

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

const makeNamespace = async (namespace: string, types: Record<string, number>): Promise<void> => {
  const { workflowService, operatorService } = world.connection;
  await workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await poll('the namespace', async () => {
    await operatorService.addSearchAttributes({ namespace, searchAttributes: types });
    return true;
  });
};

test('a worker does not start in a namespace that is not there', async () => {
  await expect(world.startWorker({ TEMPORAL_NAMESPACE: 'nowhere' })).rejects.toThrow(
    /没有命名空间 nowhere[^]*no namespace nowhere/,
  );
}, 60_000);

test('nor where search attributes are missing or of another type: it names them', async () => {
  const { RectRound: _, ...others } = SEARCH_ATTRIBUTES;
  const types = Object.fromEntries(Object.entries(others).map(([name, type]) => [name, valueTypeOf(type)]));
  await makeNamespace('amiss', { ...types, RectRung: INDEXED_VALUE_TYPE_KEYWORD });
  await expect(world.startWorker({ TEMPORAL_NAMESPACE: 'amiss' })).rejects.toThrow(
    /RectRound=Keyword RectRung=Int \(Keyword\)/,
  );
}, 60_000);

/** What `rectify` answers for a namespace of the server. */
const rectify = async (namespace: string, ...args: string[]) => {
  const screen = aScreen({
    environment: {
      LANG: 'en',
      TEMPORAL_ADDRESS: world.server.address,
      TEMPORAL_NAMESPACE: namespace,
      XDG_CONFIG_HOME: world.folder,
    },
  });
  const exit = await run(args, screen);
  return { exit, ...screen.written };
};

test('provision makes what is missing, says what it did, and run again it finds everything there', async () => {
  const first = await rectify('fresh', 'provision');
  expect([first.exit, first.err]).toEqual([0, '']);
  expect(first.out).toMatch(/namespace fresh has been made; it keeps ended items for 90 days[^]*RectRound/);
  const worker = await world.startWorker({ TEMPORAL_NAMESPACE: 'fresh' });
  await worker.stop();
  const again = await rectify('fresh', 'provision', '--json');
  expect(JSON.parse(again.out)).toEqual({ namespace: 'fresh', created: false, retentionDays: 90, added: [] });
}, 90_000);

test('a retention is changed only where one is named', async () => {
  await makeNamespace('short', { RectRound: INDEXED_VALUE_TYPE_KEYWORD });
  expect((await rectify('short', 'provision')).out).toContain('keeps ended items for 1 day.');
  expect((await rectify('short', 'provision', '--retention', '30')).out).toContain('30 days (1 day before)');
  const { config } = await world.connection.workflowService.describeNamespace({ namespace: 'short' });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
  expect(await rectify('short', 'provision', '--retention', '0')).toMatchObject({ exit: 2 });
}, 90_000);

test('provision changes nothing where an attribute has another type, which it names; import starts nothing there', async () => {
  await makeNamespace('typed', { RectRung: INDEXED_VALUE_TYPE_KEYWORD });
  const { exit, err } = await rectify('typed', 'provision');
  expect([exit, err]).toEqual([
    1,
    expect.stringMatching(/typed[^]*nothing was changed: RectRung=Int \(Keyword\)/),
  ]);
  const { customAttributes } = await world.connection.operatorService.listSearchAttributes({
    namespace: 'typed',
  });
  expect(Object.keys(customAttributes).filter((name) => name.startsWith('Rect'))).toEqual(['RectRung']);
  const client = new Client({ connection: world.connection, namespace: 'typed' });
  const plan = planOf({ round: 'sand', items: 1, deadline: '2021-06-30' });
  await expect(new Rectify(client).importPlan(plan, calendar2021)).rejects.toThrow(NamespaceUnready);
}, 90_000);
