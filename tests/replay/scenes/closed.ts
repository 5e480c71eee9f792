import { Readable } from 'node:stream';
import { generateKey, sign, type SigningKey } from '../../../client/keys';
import type { CivilDate } from '../../../domain/calendar/civil';
import { instant } from '../../../domain/calendar/zone';
import { type ItemId, itemId, ItemNumber, numberOf, type RoundId } from '../../../base/ids';
import { PaperNumber } from '../../../domain/round/command';
import { openStore } from '../../../store/open';
import { itemWorkflowId, mailboxWorkflowId, roundWorkflowId } from '../../../workflows/messages';
import { Hands, roundCommandOf } from '../../support/commands';
import { at } from '../../support/instants';
import { boxOf } from '../../support/mails';
import { untilStatus } from '../../support/life';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { RealWorld } from '../../support/real-world';
import type { Scene } from './scene';

/** A month in a minute. */
const RATE = 40_000;

const keys = new Map<string, SigningKey>(
  ['handler-1', 'leader', 'acceptor', 'head', 'office', 'oversight'].map((person) => [person, generateKey()]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const keyOf = (person: string): SigningKey => {
  const key = keys.get(person);
  if (!key) throw new Error(`${person} has no key`);
  return key;
};
const signed = (command: { by: string }): string => sign(command, keyOf(command.by));

const date = (text: string) => text as CivilDate;

/** From the assignment to the archive: a new version of a file, an extension, money brought back, a rule made. */
const firstLife = async (world: RealWorld, hand: Hands, round: RoundId): Promise<void> => {
  const { rectify } = world;
  const policy = { ...(await rectify.ledger(round)).head.policy, version: 'v2' };
  await hand.acknowledge();
  const { sha512 } = await hand.handIn('初稿');
  await hand.handIn('补齐签字的记录', 1);
  const asked = { newDeadline: date('2022-03-31'), reason: '采购流程未走完', progress: '已完成九成' };
  await hand.tell('handler-1', 'request-extension', asked);
  await hand.tell('head', 'grant-extension', { newDeadline: asked.newDeadline });
  await rectify.commandRound(roundCommandOf('office', round, 'new-policy', { policy }), signed);
  await poll('the item to hear of it', async () => {
    const { context } = await rectify.item(hand.item);
    return context.policy.version === policy.version;
  });
  const outcome = { recoveredFen: 623_000, regulation: '台账管理办法' };
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕', ...outcome });
  await hand.tell('handler-1', 'request-closure', { summary: '措施均已完成,申请销号' });
  await hand.approve();
  await hand.accept();
  await untilStatus(rectify, hand.item, 'archived');
  const file = {
    sha512,
    size: 6,
    mediaType: 'text/plain',
    title: '反馈意见',
    effectiveDate: date('2021-04-29'),
  };
  const document = { kind: 'feedback' as const, file };
  await rectify.commandRound(roundCommandOf('office', round, 'file-document', document), signed);
};

/** The problem is found again: reopened, worked on, and archived once more. */
const secondLife = async (world: RealWorld, item: ItemId, round: RoundId): Promise<void> => {
  const { rectify } = world;
  const reopening = {
    item: numberOf(item),
    cycle: 1,
    reason: '回头看发现反弹',
    deadline: date('2022-06-30'),
  };
  await poll('the round to hear of its archive', async () => (await rectify.ledger(round)).rows[0]?.archive);
  await rectify.commandRound(roundCommandOf('oversight', round, 'reopen', reopening), signed);
  await poll('the second life', () => rectify.item(item, 2));
  const hand = new Hands(rectify, world.storeUrl, item, 'handler-1', signed, 2);
  await hand.close('复核记录');
};

const ending = async ({ rectify, storeUrl }: RealWorld, round: RoundId): Promise<void> => {
  await poll('both bags', async () =>
    (await rectify.ledger(round)).rows.every(({ cycle, archive }) => cycle === 2 && archive),
  );
  const { totals } = await rectify.ledger(round);
  const store = await openStore(storeUrl);
  const digest = await store.putEvidence(Readable.from([Buffer.from('通报')]));
  const file = { ...digest, mediaType: 'text/plain', title: '通报', effectiveDate: date('2021-09-07') };
  const notice = { file, figures: totals.byPublished, number: PaperNumber.parse('整改办〔2021〕2号') };
  await rectify.commandRound(roundCommandOf('office', round, 'publish-notice', notice), signed);
  await rectify.commandRound(roundCommandOf('head', round, 'close-round', { note: '全部办结' }), signed);
};

/**
 * A signed item that took a new version of its evidence and an extension, its second life, the mailbox of its
 * handler, and its round, with its documents and its notice, up to the archive. `name`: of the round.
 */
export const closedAs =
  (name: string): Scene =>
  async (world) => {
    const policy = { identity: 'signed' };
    const plan = planOf({ round: name, deadline: '2021-12-31', policy, keys: rings });
    const { round } = plan;
    const clock = world.clockFrom(at('2021-05-06'), RATE, name);
    await world.begin(plan, clock, { keyOf, second: 'head' });
    const item = itemId(round, ItemNumber.parse('1.1'));
    await poll('the item', () => world.rectify.item(item));
    await firstLife(world, new Hands(world.rectify, world.storeUrl, item, 'handler-1', signed), round);
    await secondLife(world, item, round);
    await ending(world, round);
    await world.client.workflow.getHandle(roundWorkflowId(round)).result();
    return {
      item: itemWorkflowId(item, 1),
      'second-life': itemWorkflowId(item, 2),
      mailbox: mailboxWorkflowId(boxOf('handler-1', clock)),
      round: roundWorkflowId(round),
    };
  };
