import { fileURLToPath } from 'node:url';
import { Readable } from 'node:stream';
import { verifyFolder } from '../../client/verbs/verify';
import type { CivilDate } from '../../domain/calendar/civil';
import type { RoundId } from '../../domain/ids';
import type { EvidenceFile } from '../../domain/item/command';
import type { RoundBag } from '../../domain/round/life';
import { openBag } from '../../store/bag';
import { openStore } from '../../store/store';
import { roundWorkflowId } from '../../workflows/messages';
import { roundCommandOf } from '../support/hand';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

const MIB = 1024 * 1024;

/** A file in the store, of so many MiB. */
const stored = async (title: string, size: number): Promise<EvidenceFile> => {
  const store = await openStore(world.storeUrl);
  const digest = await store.putEvidence(
    Readable.from(Array.from({ length: size }, () => Buffer.alloc(MIB))),
  );
  return { ...digest, mediaType: 'application/zip', title, effectiveDate: '2021-05-06' as CivilDate };
};

/** A round with its only item in the archive, a notice published, and a document that takes a while to be read. */
const readyToClose = async (round: string): Promise<RoundId> => {
  const { rectify } = world;
  const plan = planOf({ round, deadline: '2021-06-30' });
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 2000, round)))();
  await poll('the item', () => rectify.item(hand.item));
  await hand.tell('head', 'withdraw', { reason: '与另一事项重复' });
  await untilStatus(rectify, hand.item, 'withdrawn');
  await poll('its bag', async () => (await rectify.ledger(plan.round)).rows.every(({ archive }) => archive));
  const file = await stored('会议录像', 300);
  await rectify.commandRound(roundCommandOf('office', round, 'file-document', { kind: 'other', file }));
  const figures = (await rectify.totals(plan.round)).byPublished;
  const notice = { file: await stored('通报', 1), figures };
  await rectify.commandRound(roundCommandOf('office', round, 'publish-notice', notice));
  return plan.round;
};

test('a worker killed while the bag of a round is written: the next one writes it whole, once, and the round ends', async () => {
  const { rectify, client } = world;
  const killed = await world.startWorker();
  const round = await readyToClose('closing');
  const handle = client.workflow.getHandle(roundWorkflowId(round));
  await rectify.commandRound(roundCommandOf('head', round, 'close-round', { note: '全部办结' }));
  await poll('the bag to be written', async () => {
    const { raw } = await handle.describe();
    return raw.pendingActivities?.some(({ activityType }) => activityType?.name === 'archiveRound');
  });
  await world.kill(killed);

  const next = await world.startWorker();
  const result = (await handle.result()) as RoundBag;
  expect(result).toMatchObject({ bag: 'bags/closing/round' });
  const log = await rectify.roundLog(round);
  expect(log.map(({ event }) => event.type).slice(-2)).toEqual(['round-closed', 'round-archived']);
  const folder = fileURLToPath(`${world.storeUrl}/${result.bag}`);
  expect(await verifyFolder(await openBag(folder), folder)).toMatchObject({ valid: true, faults: [] });
  const names = await (await openStore(world.storeUrl)).list('bags');
  expect(new Set(names.map((name) => name.split('/')[2]))).toEqual(new Set(['1.1', 'round']));
  await next.stop();
}, 240_000);
