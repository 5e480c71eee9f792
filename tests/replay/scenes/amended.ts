import { Readable } from 'node:stream';
import { amend } from '../../../client/demo/amending';
import { generateKey, sign, type SigningKey } from '../../../client/keys';
import type { CivilDate } from '../../../domain/calendar/civil';
import { instant } from '../../../domain/calendar/zone';
import { itemId, type ItemId, ItemNumber, PersonId } from '../../../base/ids';
import { Plan } from '../../../domain/plan/plan';
import { openStore } from '../../../store/open';
import { itemWorkflowId, mailboxWorkflowId, roundWorkflowId } from '../../../workflows/messages';
import { Hands } from '../../support/commands';
import { at } from '../../support/instants';
import { untilStatus } from '../../support/life';
import { boxOf } from '../../support/mails';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { RealWorld } from '../../support/real-world';
import type { Scene } from './scene';

const ROUND = 'amended';
/** A week in six seconds. */
const RATE = 100_000;
/** How long a few weeks take at most, in seconds. */
const PATIENCE = 120;

const NUMBER = ItemNumber.parse('1.1');
const SECTION = '规划财务科';
/** Owns a measure, and is the contact of the section that assists. */
const OWNER = PersonId.parse('handler-2');

const keys = new Map<PersonId, SigningKey>(
  ['handler-1', OWNER, 'leader', 'acceptor', 'head', 'office', 'oversight'].map((person) => [
    PersonId.parse(person),
    generateKey(),
  ]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const keyOf = (person: string): SigningKey => {
  const key = keys.get(PersonId.parse(person));
  if (!key) throw new Error(`${person} has no key`);
  return key;
};
const signed = (command: { by: string }): string => sign(command, keyOf(command.by));

const date = (text: string) => text as CivilDate;

/** An item with a measure of its handler's, and one of an assisting section's that has no date yet; weekly reports. */
const planWithHelp = (): Plan => {
  const policy = { identity: 'signed', reports: { every: ['weekly'], to: ['head'] } };
  const plan = planOf({ round: ROUND, handlers: 2, deadline: '2021-07-30', policy, keys: rings });
  const own = { no: 2, text: '逐笔核对账目', kind: 'special-campaign', owner: OWNER };
  const items = plan.items.map(({ measures, ...item }) => ({
    ...item,
    assisting: [SECTION],
    measures: [...measures, own],
  }));
  const roster = { ...plan.roster, contacts: { [SECTION]: OWNER } };
  return Plan.parse({ ...plan, roster, items });
};

/** The office dates the measure, and later moves that date, which the head countersigns. */
const redate = async ({ rectify }: RealWorld, plan: Plan, item: ItemId, deadline: string): Promise<void> => {
  const change = { no: 2, set: { deadline: date(deadline) } };
  const amendment = { item: NUMBER, cycle: 1, measures: { change: [change] } };
  await amend({ rectify, plan, keys }, amendment, '时限有更正');
  await poll(`the item to hear of ${deadline}`, async () => {
    const { state } = await rectify.item(item);
    return state.measures.some(({ no, deadline: due }) => no === 2 && due === deadline);
  });
};

/** The owner is reminded of it and hands in their part; its handler reports it done, and what it brought. */
const worked = async ({ rectify, storeUrl }: RealWorld, hand: Hands): Promise<void> => {
  await poll(
    'a reminder of the measure',
    async () => {
      const { said } = await rectify.schedule(hand.item);
      return said.some(({ to, id }) => to === OWNER && id.includes('@measure-reminder.2/'));
    },
    PATIENCE,
  );
  const store = await openStore(storeUrl);
  const digest = await store.putEvidence(Readable.from([Buffer.from('核对记录')]));
  const file = { ...digest, mediaType: 'text/plain', title: '核对记录', effectiveDate: date('2021-06-01') };
  await hand.tell(OWNER, 'add-evidence', { measure: 2, file });
  await hand.tell(OWNER, 'report-progress', { measure: 2, text: '已核对完毕，材料已提交' });
  await hand.tell('handler-1', 'complete-measure', { measure: 2, result: '已核对完毕' });
  const vouchedBy = PersonId.parse('leader');
  const money = { kind: 'money-collected', figure: 408_000, measure: 2, evidence: 1, vouchedBy } as const;
  await hand.tell('handler-1', 'record-result', money);
  await hand.tell('handler-1', 'correct-result', { result: 1, figure: 463_000, reason: '漏计一笔' });
  await hand.handIn('台账');
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await hand.tell('handler-1', 'request-closure', { summary: '措施均已完成，申请销号' });
  await hand.approve();
  await hand.accept();
};

/**
 * A signed item whose plan was amended twice, the second time with the head, whose measure has an owner of an assisting section,
 * and that has brought something; the mailbox of that owner, and its round, which has made reports.
 */
export const amended: Scene = async (world) => {
  const { rectify } = world;
  const plan = planWithHelp();
  const clock = world.clockFrom(at('2021-05-06'), RATE, ROUND);
  await world.begin(plan, clock, { keyOf, second: 'head' });
  const item = itemId(plan.round, NUMBER);
  await poll('the item', () => rectify.item(item));
  const hand = new Hands(rectify, world.storeUrl, item, 'handler-1', signed);
  await redate(world, plan, item, '2021-06-03');
  await hand.acknowledge();
  await hand.tell('handler-1', 'report-progress', { text: '已制定措施' });
  await redate(world, plan, item, '2021-07-08');
  await worked(world, hand);
  await untilStatus(rectify, item, 'archived', PATIENCE);
  await poll(
    'a report of it',
    async () => {
      const made = (await rectify.roundLog(plan.round)).map(({ event }) => event);
      return made.some((event) => event.type === 'report-made' && event.figures.closed === 1);
    },
    PATIENCE,
  );
  return {
    item: itemWorkflowId(item, 1),
    mailbox: mailboxWorkflowId(boxOf(OWNER, clock)),
    round: roundWorkflowId(plan.round),
  };
};
