import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateKey } from '../../client/keys';
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
  expect(seen.screen.written.out).toContain('轮次 2021-03 尚未启动：');
  expect(seen.screen.written.out).toContain('rectify countersign');
  const { json: box } = await cli.tell(['inbox', '--as', 'boss', ...ROUND]);
  expect(box).toMatchObject({ countersign: [{ round: '2021-03', what: 'opening' }] });

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

test('a new key that the old one has signed acts at once; another waits for the head, who is shown it', async () => {
  await pinned();
  await imported();
  await as('boss', 'countersign', '2021-03', '--yes');
  await poll('the items', async () => (await cli.tell(['list', ...ROUND])).out.includes('"1.1"'));
  const inFile = async (name: string, value: unknown) => {
    const file = path.join(world.folder, name);
    await writeFile(file, JSON.stringify(value));
    return file;
  };

  const own = await cli.keyFile('handler');
  const renew = () =>
    cli.talk(['keygen', '--renew', '--as', 'handler', '--key', own, ...ROUND], [], {
      environment: { RECTIFY_PASSPHRASE: '口令' },
    });
  const { exit: made, screen } = await renew();
  expect(made).toBe(0);
  expect(screen.written.err).toContain(own.replace('.json', '.new.json'));
  expect(screen.written.out).toMatch(/endorsed: [\w-]+\.[\w-]+\.[\w-]+\n/);
  const again = await renew();
  const kidIn = (text: string) => /kid: (\S+)/.exec(text)?.[1];
  expect(kidIn(again.screen.written.out)).toBe(kidIn(screen.written.out));
  const sent = path.join(world.folder, 'sent.yaml');
  await writeFile(sent, screen.written.out);
  expect(await as('spare', 'replace-key', 'handler', sent, ...ROUND)).toMatchObject({
    exit: 0,
    json: { type: 'replace-key' },
  });

  const { kid, x } = generateKey();
  const other = await inFile('other.json', { kid, x });
  expect(await as('spare', 'replace-key', 'leader', other, ...ROUND)).toMatchObject({
    exit: 0,
    json: { type: 'propose-key' },
  });
  const third = generateKey();
  const refused = async (person: string, more: object) => {
    const file = await inFile('third.json', { kid: third.kid, x: third.x, ...more });
    return (await as('spare', 'replace-key', person, file, ...ROUND)).json;
  };
  expect(await refused('leader', {})).toMatchObject({ error: { exit: 3, type: 'KeyWaits' } });
  expect(await refused('boss', { endorsed: 'e30.e30.e30' })).toMatchObject({
    error: { exit: 3, type: 'UntrustedKey' },
  });
  const seen = await cli.talk(['inbox', '--as', 'boss', ...ROUND], []);
  expect(seen.screen.written.out).toContain(kid);
  expect((await as('leader', 'countersign', '2021-03', '--yes')).json).toMatchObject({
    error: { type: 'not-countersigner' },
  });
  const { exit, json, err } = await as('boss', 'countersign', '2021-03');
  expect(err).toContain(kid);
  expect(err).toContain(cli.keyOf('leader').kid);
  expect(exit).toBe(0);
  expect(json).toMatchObject({ decided: true, person: 'leader', kid, signers: [{}, { person: 'boss' }] });
  for (const more of [[], ['--person', 'leader']])
    expect(await as('boss', 'countersign', '2021-03', '--yes', ...more)).toMatchObject({
      exit: 2,
      json: { error: { type: 'countersigned-before' } },
      err: expect.stringContaining('leader 的新公钥已经会签') as string,
    });
  const round = await cli.tell(['round', ...ROUND]);
  expect(round.json).toMatchObject({ keys: [{ person: 'leader', kid, by: 'spare' }] });
  const revoked = await as('boss', 'revoke-key', 'leader', kid.slice(0, 8), '--reason', '不属实', ...ROUND);
  expect(revoked).toMatchObject({ exit: 0 });
  expect((await cli.tell(['round', ...ROUND])).json).not.toHaveProperty('keys');
});
