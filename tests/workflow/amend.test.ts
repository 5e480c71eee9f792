import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addDays } from '../../domain/calendar/civil';
import { civilOf, instant } from '../../domain/calendar/zone';
import { readTrust } from '../../domain/round/opening/read-trust';
import { GOOD_PLAN } from '../../testing/plan';
import { CliWorld } from '../support/cli-world';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;
let text: string;
let plan: string;

const ROUND = ['--round', '2021-03'];

const as = async (person: string, ...args: string[]) =>
  cli.tell([...args, ...ROUND, '--as', person, '--key', await cli.keyFile(person)]);

/** The good plan, opened by office and head; the office corrects nothing alone. */
beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  text = GOOD_PLAN.replace('identity: claimed', 'identity: signed, corrections: { workingDays: 0 }');
  for (const person of ['boss', 'leader', 'handler', 'acceptor', 'spare']) {
    const { kid, x } = cli.keyOf(person);
    const keys = JSON.stringify([{ kid, x, from: '2021-04-01' }]);
    text = text.replace(`id: ${person}, name`, `id: ${person}, keys: ${keys}, name`);
  }
  plan = path.join(world.folder, 'plan.yaml');
  await writeFile(plan, text);
  const pins = path.join(world.folder, 'trust.yaml');
  await cli.tell(['trust', pins, plan]);
  const read = readTrust(await readFile(pins, 'utf8'));
  if ('trusted' in read) world.trust.pins = read.trusted;
  await as('spare', 'import', plan);
  await as('boss', 'countersign', '2021-03', '--yes');
  await poll('the items', async () => (await cli.tell(['list', ...ROUND])).out.includes('"1.1"'));
});
afterAll(() => world.close());

type Shown = { deadline?: string; log: { event: { type: string } }[] };

const shown = async (item: string) => (await cli.tell(['show', item, ...ROUND])).json as Shown;

const untilAmended = (item: string, times = 1) =>
  poll(`amendment ${times} of ${item}`, async () => {
    const { log } = await shown(item);
    return log.filter(({ event }) => event.type === 'amended').length >= times;
  });

const inDays = async (days: number) => addDays(civilOf(instant(await world.env.currentTimeMs())), days);

test('a changed file of the plan is one amendment; one of an older version is refused, and nothing half done', async () => {
  const changed = text.replace('账物不符', '账物不符，长期未盘点').replace('学习记录缺失', '学习记录不全');
  const file = path.join(world.folder, 'changed.yaml');
  await writeFile(file, changed);
  const given = await as('spare', 'amend', file, '--reason', '方案修订');
  expect(given).toMatchObject({ exit: 0, json: { items: ['1.1', '2.1'] } });
  for (const item of ['1.1', '2.1']) await untilAmended(item);
  const again = await as('spare', 'amend', file, '--reason', '方案修订');
  expect(again).toMatchObject({ exit: 3, json: { error: { type: 'PlanMoved' } } });
  const same = await as('spare', 'amend', file, '--based-on', '2', '--reason', '方案修订');
  expect(same).toMatchObject({ exit: 2, json: { error: { type: 'nothing-to-amend' } } });
  const lacking = path.join(world.folder, 'lacking.yaml');
  await writeFile(lacking, changed.replaceAll('handler: handler', 'handler: spare'));
  expect(await as('spare', 'amend', lacking, '--based-on', '2', '--reason', '换人')).toMatchObject({
    exit: 2,
    json: { error: { type: 'not-to-amend' } },
  });
});

test('a later deadline waits for the head, who is shown it and signs; then the item has it', async () => {
  const deadline = await inDays(60);
  const given = await as(
    'spare',
    'amend',
    '1.1',
    '--deadline',
    deadline,
    '--reason',
    '招标延后',
    '--number',
    '整改办〔2026〕5号',
  );
  expect(given).toMatchObject({ exit: 0, json: { decided: true, type: 'amend' } });
  expect(given.err).toContain('整改时限');
  expect((await shown('1.1')).deadline).toBe('2021-06-30');
  const box = await cli.tell(['inbox', '--as', 'boss', ...ROUND]);
  expect(box.json).toMatchObject({ countersign: [{ what: 'command', command: 'amend', items: ['1.1'] }] });
  const signed = await as('boss', 'countersign', '2021-03');
  expect(signed.err).toContain('招标延后');
  expect(signed).toMatchObject({ exit: 0, json: { decided: true, command: 'amend' } });
  await untilAmended('1.1', 2);
  expect(await shown('1.1')).toMatchObject({ deadline, originalDeadline: '2021-06-30' });
  const round = await cli.tell(['round', ...ROUND]);
  expect(round.json).toMatchObject({ planVersion: 3 });
  const { screen } = await cli.talk(['show', '1.1', ...ROUND], []);
  expect(screen.written.out).toContain('第 3 版（整改办〔2026〕5号）');
});

test('measures come and go, and the handler does the new ones', async () => {
  await as('handler', 'ack', '1.1');
  const added = await as(
    'spare',
    'amend',
    '1.1',
    '--add-measure',
    '建章立制:修订资产管理办法',
    '--reason',
    '补充',
  );
  expect(added.exit).toBe(0);
  await untilAmended('1.1', 3);
  const done = await as('handler', 'progress', '1.1', '已印发', '--complete', '3');
  expect(done.exit).toBe(0);
});

test('what contradicts what has happened is refused before anybody signs', async () => {
  await as('handler', 'progress', '1.1', '盘点完毕', '--complete', '1');
  const given = await as('spare', 'amend', '1.1', '--measure-text', '1:另一内容', '--reason', '修订');
  expect(given).toMatchObject({
    exit: 3,
    json: { error: { type: 'AmendmentUnfit', refusal: { fault: 'measure-done', measure: 1 } } },
  });
  const nobody = await as('boss', 'countersign', '2021-03', '--yes');
  expect(nobody.exit).toBe(3);
});
