import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { History } from '@temporalio/common/lib/proto-utils';
import { startTemporalServer, type TemporalServer } from '../../client/local/temporal-server';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { encryptedIn, textOf } from '../support/encrypted-in';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { failuresOf } from '../support/pending';
import { PlantedTexts } from '../support/planted-texts';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { keyLine } from '../../base/key-lines';

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
  for await (const { workflowId } of client.workflow.list())
    if (workflowId.includes(round)) found.push(await client.workflow.getHandle(workflowId).fetchHistory());
  return found;
};

/** A whole life of an item, with a mail that is refused, a return, and words of everybody. */
const live = async (world: RealWorld, round: string, planted: PlantedTexts): Promise<void> => {
  const { smtp, rectify } = world;
  const sender = planted.address();
  await world.startWorker({ MAIL_FROM: `${planted.text()} <${sender}>`, NEW_STORE: 'yes' });
  smtp.foreign = true;
  const clock = world.clockFrom(at('2021-05-06'), 20, round);
  const plan = planted.plan({ round, items: 3, handlers: 2, deadline: '2021-06-30' });
  const hand = (await world.begin(plan, clock))();
  await poll('the item', () => rectify.item(hand.item));
  await poll('a mail that waits', async () => {
    for await (const { workflowId } of world.client.workflow.list())
      if (workflowId.startsWith('mailbox/') && workflowId.includes(round))
        if ((await failuresOf(world, workflowId)).length > 0) return true;
    return false;
  });
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
