import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts } from '../../client/local/free-ports';
import { GOOD_PLAN } from '../../testing/plan';
import { CommandLine, EXAMPLE } from '../support/command-line';
import { RealWorld } from '../support/real-world';
import { jsonOf } from '../../testing/json-of';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

const line = new CommandLine(() => world);
const rectify = line.run.bind(line);
const json = line.json.bind(line);
const as = (person: string, ...args: string[]): Promise<unknown> => json(['--as', person, ...args]);

/** The example, with a key for everybody, and its people as they sign with them. */
const example = async () => {
  const folder = path.join(world.folder, 'example');
  await json(['init', folder, '--example']);
  const keys = { RECTIFY_KEYS: path.join(folder, 'keys') };
  const by = (person: string, ...args: string[]) => json(['--as', person, ...args], keys);
  const plan = path.join(folder, 'plan.yaml');
  await json(['trust', world.trustFile, plan]);
  return { plan, keys, by };
};

test('the example goes from its plan to closure by the command line alone, every command signed', async () => {
  const unfinished = await rectify(['import', EXAMPLE, '--json']);
  expect(unfinished.code).toBe(2);
  expect(unfinished.err).toMatch(/11 人没有公钥：p02、p03/);
  expect(unfinished.err).toContain('rectify keygen --as p01');
  const { plan, keys, by } = await example();
  const imported = ['import', plan, '--countersign-as', 'p01'];
  expect(await by('p13', ...imported)).toMatchObject({ round: '2021-03', items: 28, outcome: 'started' });
  expect(await by('p13', ...imported)).toMatchObject({ outcome: 'unchanged' });

  const file = path.join(world.folder, '工作规则.txt');
  await writeFile(file, '党委工作规则(修订)');
  expect(await by('p05', 'ack', '1.1')).toMatchObject([{ status: 'in-progress' }]);
  const { measures } = (await json(['show', '1.1'])) as { measures: { no: number }[] };
  for (const measure of measures.map(({ no }) => String(no))) {
    await by('p05', 'evidence', '1.1', file, '--measure', measure, '--title', '党委工作规则');
    await by('p05', 'progress', '1.1', '已印发', '--complete', measure);
  }
  expect(await by('p05', 'request-closure', '1.1', '措施均已落实')).toMatchObject({
    status: 'leader-review',
  });

  const wrong = await rectify(['--as', 'p11', 'approve', '1.1', '--yes', '--json'], keys);
  expect(wrong.code).toBe(3);
  expect(jsonOf(['approve'], wrong.out)).toMatchObject({ error: { exit: 3, type: 'NotAuthorised' } });
  expect(wrong.err).toMatch(/\p{Script=Han}/u);

  expect(await by('p02', 'approve', '1.1', '--yes')).toMatchObject({ decided: true, status: 'acceptance' });
  expect(await by('p11', 'accept', '1.1', '--yes')).toMatchObject({ decided: true, status: 'closed' });
  const ledger = await json(['list']);
  expect(ledger).toMatchObject({ round: '2021-03', totals: { items: 28 } });
  const { items } = ledger as { items: { number: string; status: string }[] };
  expect(items).toHaveLength(28);
  expect(items.find(({ number }) => number === '1.1')?.status).toMatch(/^(closed|archived)$/);
});

test.each([
  ['list'],
  ['show', '1.1'],
  ['schedule', '1.1'],
  ['inbox', '--as', 'p05'],
  ['proposals'],
  ['round'],
  ['whoami', '--as', 'p05'],
  ['ledger'],
  ['doctor'],
])('what a program reads of a round by %s is what docs/json says', async (...args) => {
  expect(await json([...args, '--round', '2021-03'])).toBeDefined();
});

const keyFolder = (): string => path.join(world.folder, '.config/rectify/keys');

/** A plan of people with new keys, whose policy takes signed commands only. */
const signedPlan = async (): Promise<string> => {
  let plan = GOOD_PLAN.replace('2021-03', 'signed').replace('identity: claimed', 'identity: signed');
  for (const person of ['handler', 'leader', 'acceptor', 'boss', 'spare']) {
    const { key } = (await as(person, 'keygen')) as { key: object };
    plan = plan.replace(`id: ${person},`, `id: ${person}, keys: [${JSON.stringify(key)}],`);
  }
  const file = path.join(world.folder, 'signed.yaml');
  await writeFile(file, plan);
  return file;
};

test('a round of signed commands takes those who have a key, and tells the others how to get one', async () => {
  const plan = await signedPlan();
  await json(['trust', world.trustFile, plan]);
  const imported = await as('spare', 'import', plan, '--countersign-as', 'boss');
  expect(imported).toMatchObject({ round: 'signed', outcome: 'started' });
  // The office has its key on another machine from now on.
  await rm(path.join(keyFolder(), 'spare.json'));
  const item = 'signed/1.1';
  const deputy = await rectify(['--as', 'spare', 'ack', item, '--deputy-for', 'handler', '--json']);
  expect(deputy.code).toBe(2);
  expect(jsonOf(['ack'], deputy.out)).toMatchObject({ error: { type: 'no-key' } });
  expect(deputy.err).toContain('rectify keygen --as spare');
  const others = path.join(keyFolder(), 'leader.json');
  const forged = await rectify(['--as', 'handler', '--key', others, 'ack', item, '--json']);
  expect(forged.code).toBe(3);
  expect(jsonOf(['ack'], forged.out)).toMatchObject({ error: { refusal: { fault: 'unknown-key' } } });

  expect(await as('handler', 'ack', item)).toMatchObject([{ status: 'in-progress' }]);
  expect((await rectify(['show', item])).out).toMatch(/签收.*\[签名\]/);
});

test('an item that is not there ends with 4, and an impossible date with 2', async () => {
  expect((await rectify(['show', '2021-03/9.9'])).code).toBe(4);
  const args = ['--as', 'p02', 'return', '1.1', '--opinion', '不全', '--missing', '缺少签字', '--deadline'];
  expect((await rectify([...args, '2021-06-31', '--yes'])).code).toBe(2);
});

test('a server that cannot be reached ends with 5, within ten seconds, and says where it was looked for', async () => {
  const [port = 0] = await freePorts(1);
  const { code, err } = await rectify(['list'], { TEMPORAL_ADDRESS: `127.0.0.1:${port}` });
  expect(code).toBe(5);
  expect(err).toContain(`127.0.0.1:${port}`);
});
