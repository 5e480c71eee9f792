import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readTrust } from '../../domain/round/opening/read-trust';
import { GOOD_PLAN } from '../../testing/plan';
import { CliWorld } from '../support/cli-world';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;
let plan: string;

/** The good plan with a key for everybody, and its people's keys in a folder: `spare` is office and oversight. */
beforeEach(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  let text = GOOD_PLAN.replace('identity: claimed', 'identity: signed');
  for (const person of ['boss', 'leader', 'handler', 'acceptor', 'spare']) {
    const { kid, x } = cli.keyOf(person);
    const keys = JSON.stringify([{ kid, x, from: '2021-04-01' }]);
    text = text.replace(`id: ${person}, name`, `id: ${person}, keys: ${keys}, name`);
  }
  plan = path.join(world.folder, 'plan.yaml');
  await writeFile(plan, text);
});
afterEach(() => world.close());

const as = async (person: string, ...args: string[]) =>
  cli.tell([...args, '--as', person, '--key', await cli.keyFile(person)]);

/** What the operator does before the first import. */
const pinned = async () => {
  const file = path.join(world.folder, 'trust.yaml');
  const ended = await cli.tell(['trust', file, plan]);
  const read = readTrust(await readFile(file, 'utf8'));
  if ('trusted' in read) world.trust.pins = read.trusted;
  return ended;
};

const ROUND = ['--round', '2021-03'];

const imported = () => as('spare', 'import', plan);

test('keys are pinned once, with their owners and offices, and shown again', async () => {
  const { kid } = cli.keyOf('boss');
  expect(await pinned()).toMatchObject({
    exit: 0,
    json: { body: 'some-body', added: [{ person: 'spare' }, {}, { person: 'boss', office: 'head', kid }] },
  });
  expect(await pinned()).toMatchObject({ exit: 0, json: { added: [], pinned: [{}, {}, {}] } });
});

test('a plan without pinned keys is refused, in a sentence that says who has to do what', async () => {
  const { exit, json, err } = await imported();
  expect(exit).toBe(3);
  expect(json).toMatchObject({
    error: { type: 'UntrustedOpening', refusal: { fault: 'body-not-pinned' } },
  });
  expect(err).toContain('rectify trust');
});

test('where no worker can read the pinned keys, nothing is said to be assigned; once one can, the round goes on', async () => {
  world.trust.isReadable = false;
  const { exit, json } = await imported();
  expect({ exit, json }).toMatchObject({ exit: 0, json: { outcome: 'unchecked' } });
  const { screen } = await cli.talk(['round', ...ROUND], []);
  expect(screen.written.out).toContain('启动签名还没有 worker 核验，尚未交办');
  expect(await as('boss', 'countersign', '2021-03', '--yes')).toMatchObject({
    exit: 3,
    json: { error: { type: 'RoundNotOpen' } },
  });
  world.trust.isReadable = true;
  await pinned();
  await poll('the check', async () => {
    const after = await cli.talk(['round', ...ROUND], []);
    return after.screen.written.out.includes('会签');
  });
});

test('the office imports, the head looks and countersigns, and the round begins', async () => {
  await pinned();
  expect(await imported()).toMatchObject({
    exit: 0,
    json: { outcome: 'waiting', awaited: ['boss'] },
  });
  const early = await as(
    'spare',
    'revoke-key',
    'handler',
    cli.keyOf('handler').kid,
    '--reason',
    '遗失',
    ...ROUND,
  );
  expect(early).toMatchObject({ exit: 3, json: { error: { type: 'RoundNotOpen' } } });
  const seen = await cli.talk(['inbox', '--as', 'boss', ...ROUND], []);
  expect(seen.screen.written.out).toContain('轮次 2021-03 尚未开启：');
  expect(seen.screen.written.out).toContain('rectify countersign');

  const stranger = await as('leader', 'countersign', '2021-03', '--yes');
  expect(stranger).toMatchObject({ exit: 2, json: { error: { type: 'not-opener' } } });
  const { exit, json, err } = await as('boss', 'countersign', '2021-03');
  expect(err).toContain('账物不符');
  expect(err).toContain(cli.keyOf('boss').kid);
  expect(exit).toBe(0);
  expect(json).toMatchObject({ decided: true, signers: [{ person: 'spare' }, { person: 'boss' }] });
  await poll('the items', async () => (await cli.tell(['list', ...ROUND])).out.includes('"1.1"'));
  const late = await as('boss', 'countersign', '2021-03', '--yes');
  expect(late).toMatchObject({ exit: 3, json: { error: { refusal: { fault: 'already-open' } } } });
});

test('whoever comes after the time for it hears that it has passed, not that the round is open', async () => {
  await pinned();
  await imported();
  await world.env.sleep('14 days');
  const late = await as('boss', 'countersign', '2021-03', '--yes');
  expect(late).toMatchObject({ exit: 3, json: { error: { refusal: { fault: 'expired' } } } });
});

test('with both keys at hand one command opens the round', async () => {
  await pinned();
  const { exit, screen } = await cli.talk(
    ['import', plan, '--as', 'spare', '--key', await cli.keyFile('spare'), '--countersign-as', 'boss'],
    [],
    { environment: { RECTIFY_KEYS: path.dirname(await cli.keyFile('boss')) } },
  );
  expect(screen.written.err).toBe('');
  expect(exit).toBe(0);
  expect(screen.written.out).toContain('交办 2 项');
});
