import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { keyLine } from '../../base/key-lines';
import { inRepository } from '../../testing/repository';
import { at } from '../support/instants';
import { otherBuild } from '../support/other-build';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const PROGRAM = inRepository('dist/replay-live.js');

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
  const plan = planOf({ round: 'live', items: 3, policy: { identity: 'claimed' } });
  const on = await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, 'live'));
  for (const number of ['1.1', '1.2', '1.3']) {
    const hand = on(number);
    await poll('the item', () => world.rectify.item(hand.item));
    await hand.acknowledge();
  }
  await poll('the ledger', async () =>
    (await world.rectify.ledger(plan.round)).rows.every(({ status }) => status === 'in-progress'),
  );
});
afterAll(() => world.close());

type Ran = { code: unknown; out: string; err: string };

const replayLive = (
  args: string[] = [],
  more: Record<string, string> = {},
  program = PROGRAM,
): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...world.environment, LANG: 'en_US.UTF-8', ...more };
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });

test('the build whose work it is goes on with what is open', async () => {
  const { code, out } = await replayLive();
  expect(out).toContain('GO');
  expect(out).toMatch(/rectificationItem: 3 open, 3 replayed, 0 failed/);
  expect(out).toMatch(/inspectionRound: 1 open, 1 replayed, 0 failed/);
  expect(out).toMatch(/mailbox: [1-9]\d* open, [1-9]\d* replayed, 0 failed/);
  expect(code).toBe(0);
});

test('a build in which an item tells by another activity does not, and the items are named', async () => {
  const worker = await otherBuild(world.folder, (code) =>
    code.replace(/(async atOnce[\s\S]*?const \{ )tell( \})/, '$1passOn: tell$2'),
  );
  const program = path.join(path.dirname(worker), 'replay-live.js');
  await copyFile(PROGRAM, program);
  const { code, out } = await replayLive([], {}, program);
  expect(out).toContain('NO');
  for (const number of ['1.1', '1.2', '1.3'])
    expect(out).toMatch(new RegExp(`✗ item/live/${number}: .*Nondeterminism`));
  expect(out).toMatch(/inspectionRound: 1 open, 1 replayed, 0 failed/);
  expect(code).toBe(1);
});

test('it replays no more of a type than it is told, and says so', async () => {
  const { code, out } = await replayLive(['--most', '2', '--lang', 'zh']);
  expect(out).toContain('rectificationItem：在办 3，已重放 2，不符 0');
  expect(out).toContain('只抽查了一部分');
  expect(out).toContain('可以部署');
  expect(code).toBe(0);
});

test.each<[string, string[], Record<string, string>]>([
  ['another queue', [], { TASK_QUEUE: 'of-nobody' }],
  ['no server', [], { TEMPORAL_ADDRESS: '127.0.0.1:1' }],
  ['a wrong number', ['--most', 'all'], {}],
])('with %s it says neither go nor no', async (_, args, more) => {
  const { code, out, err } = await replayLive(args, more);
  expect(code).toBe(2);
  expect(out).not.toMatch(/GO|NO:/);
  expect(`${out}${err}`.trim()).not.toBe('');
});

test('what is encrypted is read with the keys of the workers, and judged by nobody without them', async () => {
  const encrypted = await RealWorld.create({
    payloadKeys: keyLine({ id: 'k-1', secret: new Uint8Array(32).fill(1) }),
  });
  try {
    await encrypted.startWorker();
    const plan = planOf({ round: 'secret', items: 1, policy: { identity: 'claimed' } });
    const on = await encrypted.begin(plan, encrypted.clockFrom(at('2021-05-06'), 1, 'secret'));
    await poll('the item', () => encrypted.rectify.item(on().item));
    const { code, out } = await replayLive([], encrypted.environment);
    expect(out).toMatch(/rectificationItem: 1 open, 1 replayed, 0 failed/);
    expect(code).toBe(0);
    expect(await replayLive([], { ...encrypted.environment, PAYLOAD_KEYS: '' })).not.toMatchObject({
      code: 0,
    });
  } finally {
    await encrypted.close();
  }
});
