import { Readable } from 'node:stream';
import type { CivilDate } from '../../domain/calendar/civil';
import type { ItemId, RoundId } from '../../base/ids';
import type { EvidenceFile } from '../../domain/item/command';
import { openStore } from '../../store/open';
import { roundWorkflowId } from '../../workflows/messages';
import { roundCommandOf } from './commands';
import { at } from './instants';
import { untilStatus } from './life';
import { planOf } from './plans';
import { poll } from './poll';
import type { RealWorld } from './real-world';

const MIB = 1024 * 1024;

/** A file in the store, of a size in MiB. */
export const stored = async (world: RealWorld, title: string, size: number): Promise<EvidenceFile> => {
  const store = await openStore(world.storeUrl);
  const digest = await store.putEvidence(
    Readable.from(Array.from({ length: size }, () => Buffer.alloc(MIB))),
  );
  return { ...digest, mediaType: 'application/zip', title, effectiveDate: '2021-05-06' as CivilDate };
};

/** A round with its only item in the archive, and a document of a size in MiB filed with it. */
export const archivedRound = async (world: RealWorld, round: string, size: number): Promise<RoundId> => {
  const { rectify } = world;
  const plan = planOf({ round, deadline: '2021-06-30' });
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 2000, round)))();
  await poll('the item', () => rectify.item(hand.item));
  await hand.tell('head', 'withdraw', { reason: '与另一事项重复' });
  await untilStatus(rectify, hand.item, 'withdrawn');
  await poll('its bag', async () => (await rectify.ledger(plan.round)).rows.every(({ archive }) => archive));
  await fileDocument(world, plan.round, await stored(world, '会议录像', size));
  return plan.round;
};

/** Once the only item of a round is archived: files what the round needs and closes it, until its record is there. */
export const closeAfter = async (world: RealWorld, round: RoundId, item: ItemId): Promise<void> => {
  const { rectify, client } = world;
  await untilStatus(rectify, item, 'archived');
  await poll('its bag', async () => (await rectify.ledger(round)).rows[0]?.archive);
  await fileDocument(world, round, await stored(world, '反馈意见', 1));
  await publish(world, round, await stored(world, '通报', 2));
  await closeRound(world, round);
  await client.workflow.getHandle(roundWorkflowId(round)).result();
};

/** Files a document that the store has. */
export const fileDocument = async (
  { rectify }: RealWorld,
  round: RoundId,
  file: EvidenceFile,
): Promise<void> => {
  await rectify.commandRound(roundCommandOf('office', round, 'file-document', { kind: 'other', file }));
};

/** Publishes a notice of a file that the store has, with the figures of the moment. */
export const publish = async ({ rectify }: RealWorld, round: RoundId, file: EvidenceFile): Promise<void> => {
  const figures = (await rectify.totals(round)).byPublished;
  await rectify.commandRound(roundCommandOf('office', round, 'publish-notice', { file, figures }));
};

export const closeRound = async ({ rectify }: RealWorld, round: RoundId): Promise<void> => {
  await rectify.commandRound(roundCommandOf('head', round, 'close-round', { note: '全部办结' }));
};
