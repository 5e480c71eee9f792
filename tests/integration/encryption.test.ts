import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils';
import { keyLine } from '../../base/key-lines';
import { workflowIds } from '../../client/api/workflow-ids';
import { freePorts } from '../../client/local/free-ports';
import { startTemporalServer, type TemporalServer } from '../../client/local/temporal-server';
import { inRepository } from '../../testing/repository';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { CommandLine } from '../support/command-line';
import { commandOf } from '../support/commands';
import { encryptedIn, textOf } from '../support/encrypted-in';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { failuresOf } from '../support/pending';
import { planOf } from '../support/plans';
import { PlantedTexts } from '../support/planted-texts';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const keyed = (...ids: string[]) =>
  ids.map((id) => keyLine({ id, secret: new Uint8Array(32).fill(id.charCodeAt(0)) })).join(',');

let folder: string;
let server: TemporalServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-encryption-'));
  server = await startTemporalServer({
    dbFile: path.join(folder, 'temporal.db'),
    searchAttributes: SEARCH_ATTRIBUTES,
  });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const worlds: RealWorld[] = [];
const closeAll = async (): Promise<void> => {
  for (const world of worlds.splice(0)) await world.close();
};
afterEach(closeAll);

/** The worlds of this file share a server. */
const worldWith = async (payloadKeys: string): Promise<RealWorld> => {
  const world = await RealWorld.create({ server: { ...server, stop: () => Promise.resolve() }, payloadKeys });
  worlds.push(world);
  return world;
};

/** The database as it lies on the disk. */
const database = async (): Promise<Buffer> => {
  const files = (await readdir(folder)).filter((name) => name.startsWith('temporal.db'));
  return Buffer.concat(await Promise.all(files.map((name) => readFile(path.join(folder, name)))));
};

const historiesOf = async ({ client }: RealWorld, round: string): Promise<History[]> => {
  const found: History[] = [];
  for await (const workflowId of workflowIds(client, ''))
    if (workflowId.includes(round)) found.push(await client.workflow.getHandle(workflowId).fetchHistory());
  return found;
};

/** Whether the mail server has refused a mail of the round that is to be tried again. */
const mailWaits = async (world: RealWorld, round: string): Promise<boolean> => {
  for await (const workflowId of workflowIds(world.client, ''))
    if (workflowId.startsWith('mailbox/') && workflowId.includes(round))
      if ((await failuresOf(world, workflowId)).length > 0) return true;
  return false;
};

/** A whole life of an item, with a mail that is refused, a return, and words of everybody. */
const live = async (world: RealWorld, round: string, planted: PlantedTexts): Promise<void> => {
  const { smtp, rectify } = world;
  const sender = planted.address();
  await world.startWorker({ MAIL_FROM: `${planted.text()} <${sender}>`, NEW_STORE: 'yes' });
  smtp.foreign = true;
  const clock = world.clockFrom(at('2021-05-06'), 20, round);
  const policy = { attributeNames: 'none' };
  const plan = planted.plan({ round, items: 3, handlers: 2, deadline: '2021-06-30', policy });
  const hand = (await world.begin(plan, clock))();
  await poll('the item', () => rectify.item(hand.item));
  await poll('a mail that waits', () => mailWaits(world, round));
  smtp.foreign = false;
  await hand.acknowledge();
  await hand.tell('handler-1', 'report-progress', { text: planted.text() });
  await hand.tell('oversight', 'comment', { text: planted.text() });
  await hand.tell('office', 'urge', { text: planted.text() });
  const refusal = hand.tell('handler-1', 'withdraw-closure', { reason: planted.text() });
  await expect(refusal).rejects.toMatchObject({ name: 'Refused' });
  await hand.handIn(planted.text());
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: planted.text() });
  await hand.tell('handler-1', 'request-closure', { summary: planted.text() });
  await hand.tell('leader', 'return', {
    opinion: planted.text(),
    missing: `${planted.text()}，请补充完整`,
    newDeadline: '2021-07-20' as never,
  });
  await hand.handIn(planted.text());
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: planted.text() });
  await hand.tell('handler-1', 'request-closure', { summary: planted.text() });
  await hand.approve();
  await hand.accept();
  await untilStatus(rectify, hand.item, 'archived', 120);
  // A history tells of a refusal only once the try after it has begun.
  await poll('the mail that waited to go', async () => !(await mailWaits(world, round)), 120);
};

/** What the planted mail server answers whoever is not its own. */
const REFUSAL = 'Mail from must equal authorized user';

test('with keys neither the database nor any history holds a word that people wrote, nor a failure; without they do', async () => {
  const [hidden, open] = [new PlantedTexts('密'), new PlantedTexts('明')];
  const world = await worldWith(keyed('a-1'));
  await live(world, 'hidden', hidden);
  expect(hidden.texts.length).toBeGreaterThan(50);
  const histories = await historiesOf(world, 'hidden');
  expect(histories.length).toBeGreaterThan(2);
  for (const history of histories) {
    expect(encryptedIn(history).plain).toEqual([]);
    expect(hidden.foundIn(textOf(history))).toEqual([]);
  }
  const places = histories.flatMap((history) => encryptedIn(history).encrypted).join('\n');
  for (const place of [
    'userMetadata.summary',
    'userMetadata.details',
    'encodedAttributes',
    '.input.',
    '.result.',
  ])
    expect(places).toContain(place);
  const kept = await database();
  expect(hidden.foundIn(kept)).toEqual([]);
  expect(kept.includes(REFUSAL)).toBe(false);

  await closeAll();
  const plain = await worldWith('');
  await live(plain, 'readable', open);
  const readable = await database();
  expect(open.foundIn(readable).length).toBeGreaterThan(25);
  expect(readable.includes(REFUSAL)).toBe(true);
}, 400_000);

const line = (world: RealWorld) => new CommandLine(() => world);

describe('an item from before, which is in plain text,', () => {
  const ROUND = 'mixed';
  const ITEM = `${ROUND}/1.1`;
  const [FIRST, NEXT] = [keyed('b-1', 'c-1'), keyed('c-1', 'd-1', 'b-1')];
  const WORDS = ['在加密之前', '用第一把密钥', '用下一把密钥'];

  /** The same store and server, seen by a process with other keys. */
  const withKeys = ({ environment }: RealWorld, PAYLOAD_KEYS: string) => ({ ...environment, PAYLOAD_KEYS });

  const progress = (world: RealWorld, text: string, environment: Record<string, string>) =>
    line(world).run(['progress', ITEM, text, '--as', 'handler-1', '--lang', 'en'], environment);

  const show = (world: RealWorld, environment: Record<string, string>, language = 'en') =>
    line(world).run(['show', ITEM, '--lang', language], environment);

  test('goes on under keys and under those after them; who lacks a key is told which, and holds up nobody', async () => {
    const world = await worldWith('');
    let worker = await world.startWorker({ NEW_STORE: 'yes' });
    const hand = (
      await world.begin(
        planOf({ round: ROUND, deadline: '2021-06-30' }),
        world.clockFrom(at('2021-05-06'), 20, ROUND),
      )
    )();
    await poll('the item', () => world.rectify.item(hand.item));
    await hand.acknowledge();
    expect(await progress(world, WORDS[0] ?? '', {})).toMatchObject({ code: 0 });

    for (const [keys, words] of [
      [FIRST, WORDS[1]],
      [NEXT, WORDS[2]],
    ] as const) {
      await worker.stop();
      worker = await world.startWorker({ PAYLOAD_KEYS: keys });
      expect(await progress(world, words ?? '', withKeys(world, keys))).toMatchObject({ code: 0 });
    }
    const { out, code } = await show(world, withKeys(world, NEXT));
    expect(code).toBe(0);
    for (const words of WORDS) expect(out).toContain(words);
    // Who still has the file of before knows the key that now encrypts.
    expect((await show(world, withKeys(world, FIRST))).out).toContain(WORDS[2]);

    const without = await show(world, {});
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('the key c-1') as string });
    expect(without.err).toContain('PAYLOAD_KEYS_FILE');
    expect((await show(world, {}, 'zh')).err).toMatch(/密钥 c-1 加密.*PAYLOAD_KEYS_FILE/);
    const same = keyLine({ id: 'c-1', secret: new Uint8Array(32).fill(9) });
    expect((await show(world, withKeys(world, same))).err).toContain('another key of that name');

    const stranger = await progress(world, '谁也看不到', withKeys(world, keyed('z-1')));
    expect(stranger.code).toBe(1);
    const raw = await RealWorld.create({
      server: { ...server, stop: () => Promise.resolve() },
      payloadKeys: `${keyed('z-1')},${NEXT}`,
    });
    worlds.push(raw);
    const command = raw.rectify.command(
      commandOf('handler-1', hand.item, 'report-progress', { text: '谁也看不到' }),
    );
    await expect(command).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/"z-1".*PAYLOAD_KEYS/) as string },
    });
    expect(await progress(world, '还在办理', withKeys(world, NEXT))).toMatchObject({ code: 0 });
    expect((await show(world, withKeys(world, NEXT))).out).not.toContain('谁也看不到');

    const [kept] = await database().then((bytes) => [WORDS.map((words) => bytes.includes(words))]);
    expect(kept).toEqual([true, false, false]);
  }, 200_000);
});

test('the codec server shows what the server holds of a history, and ends when it is told to', async () => {
  const world = await worldWith(keyed('e-1'));
  await world.startWorker({ NEW_STORE: 'yes' });
  const planted = new PlantedTexts('码');
  const round = 'shown';
  await world.begin(
    planted.plan({ round, deadline: '2021-06-30' }),
    world.clockFrom(at('2021-05-06'), 20, round),
  );
  const history = await poll('a history', async () => (await historiesOf(world, `item/${round}`))[0]);
  const [port = 0] = await freePorts(1);
  const CODEC_TOKEN = 'planted-token-planted-token';
  const child = spawn(
    process.execPath,
    [inRepository('bin', 'rectify.js'), 'codec-server', '--port', String(port), '--lang', 'en'],
    { env: { ...process.env, ...world.environment, CODEC_TOKEN }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = Promise.all([text(child.stdout), text(child.stderr)]).then((both) => both.join('\n'));
  const payloads = Array.from(
    historyToJSON(history).matchAll(/\{\s*"metadata": \{[^}]*\},\s*"data": "[^"]*"\s*\}/g),
    ([one]) => JSON.parse(one) as object,
  );
  const decode = (token: string) =>
    fetch(`http://127.0.0.1:${String(port)}/decode`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ payloads }),
    });
  await poll('the codec server', () =>
    decode('x').then(
      ({ status }) => status === 401,
      () => false,
    ),
  );
  // Among rounds that others have encrypted, and that nobody here can open.
  expect(await world.rectify.rounds()).toEqual(expect.arrayContaining(['hidden', round]));
  const { payloads: opened } = (await (await decode(CODEC_TOKEN)).json()) as { payloads: { data: string }[] };
  const shown = Buffer.concat(opened.map(({ data }) => Buffer.from(data, 'base64')));
  expect(planted.foundIn(shown).length).toBeGreaterThan(1);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  const words = await said;
  expect(words).toContain(`http://127.0.0.1:${String(port)}`);
  expect(planted.foundIn(Buffer.from(words))).toEqual([]);
  expect(words).not.toContain('planted-token');
}, 100_000);

test.each([
  [{}, 'Neither PAYLOAD_KEYS nor PAYLOAD_KEYS_FILE'],
  [{ PAYLOAD_KEYS: 'x' }, 'PAYLOAD_KEYS is not what'],
  [{ PAYLOAD_KEYS: keyed('f-1') }, 'Neither CODEC_TOKEN nor'],
  [{ PAYLOAD_KEYS: keyed('f-1'), CODEC_TOKEN: 'short' }, 'CODEC_TOKEN is too short'],
  [{ PAYLOAD_KEYS: keyed('f-1'), CODEC_TOKEN_FILE: '/nowhere' }, '/nowhere cannot be read: ENOENT'],
])('a codec server with %j says what it lacks', async (environment, words) => {
  const world = await worldWith('');
  const { code, err } = await line(world).run(['codec-server', '--lang', 'en'], environment);
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});
