import { Readable } from 'node:stream';
import { Refused } from '../../client/api/errors';
import type { CivilDate } from '../../domain/calendar/civil';
import type { Plan } from '../../domain/plan/plan';
import { PersonId } from '../../base/ids';
import { waitingIn } from '../../domain/round/waiting';
import { openStore } from '../../store/open';
import type { Hands } from '../support/commands';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { caughtIn, dayOfSlot, nameOfMail } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const OWNER = PersonId.parse('handler-2');
const CONTACT = PersonId.parse('archivist');

/** Its first measure is due earlier than the item, and is somebody else's than the handler's. */
const ownedPlan = (round: string): Plan => {
  const plan = planOf({ round, handlers: 2, deadline: '2021-06-30' });
  return {
    ...plan,
    roster: { ...plan.roster, contacts: { 档案室: CONTACT } },
    items: plan.items.map((item) => ({
      ...item,
      assisting: ['档案室', '党办'],
      measures: item.measures.map((one) => ({ ...one, owner: OWNER, deadline: '2021-06-01' as CivilDate })),
    })),
  };
};

/** Everything that a person was sent, by day. */
const mailsTo = (round: string, person: string): { day: string; text: string }[] =>
  caughtIn(world.smtp.mails, round)
    .filter(({ recipient }) => recipient === `${person}@example.org`)
    .map((mail) => ({ day: dayOfSlot(nameOfMail(mail).slot), text: mail.text ?? '' }));

const handIn = async (hand: Hands, by: string, more: { onBehalfOf?: PersonId } = {}) => {
  const store = await openStore(world.storeUrl);
  const digest = await store.putEvidence(Readable.from([Buffer.from(`材料 ${by}`)]));
  const effectiveDate = '2021-05-20' as CivilDate;
  const file = { ...digest, mediaType: 'text/plain', title: '核对台账', effectiveDate };
  return hand.tell(by, 'add-evidence', { measure: 1, file, ...more });
};

const refusalOf = async (told: Promise<unknown>): Promise<string | undefined> => {
  const error: unknown = await told.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Refused ? error.refusal.type : undefined;
};

test('the owner of a measure is told, reminded before and after its date, and no more once it is complete', async () => {
  const round = 'owned';
  const { clock, hand } = await world.beginItem(ownedPlan(round), at('2021-05-06'));
  await hand.acknowledge();
  const { rectify } = world;
  const ledger = await poll('the row', async () => {
    const found = await rectify.ledger((await rectify.item(hand.item)).context.round.id);
    return found.rows[0]?.status === 'in-progress' && found;
  });
  const asked = ledger.rows.flatMap((row) => waitingIn(row, ledger.head));
  expect(asked).toContainEqual({ person: OWNER, task: 'measure', measure: 1, due: '2021-06-01' });

  await world.skipTo(clock, at('2021-06-02', '12:00'));
  const days = ['2021-05-06', '2021-05-25', '2021-06-01', '2021-06-02'];
  const mails = await poll('the reminders', () => {
    const found = mailsTo(round, OWNER);
    return found.length >= days.length && found;
  });
  expect(mails.map(({ day }) => day)).toEqual(days);
  for (const { text } of mails) expect(text).toContain('建立台账并逐件核对');
  expect(mailsTo(round, 'handler-1').map(({ day }) => day)).toEqual(expect.arrayContaining(days));
  expect(mailsTo(round, CONTACT).map(({ day }) => day)).toEqual(['2021-05-06']);

  await handIn(hand, OWNER);
  await hand.tell(OWNER, 'report-progress', { text: '已核对完毕', measure: 1 });
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await world.skipTo(clock, at('2021-06-25', '12:00'));
  await poll('the last days of the item', () =>
    mailsTo(round, 'handler-1').some(({ day }) => day === '2021-06-25'),
  );
  expect(mailsTo(round, OWNER).map(({ day }) => day)).toEqual(days);
});

test('the owner hands in evidence, the handler completes and asks for closure, and no hand of theirs judges it', async () => {
  const { clock, hand } = await world.beginItem(ownedPlan('judged'), at('2021-05-06'));
  await world.skipTo(clock, at('2021-05-10'));
  await hand.acknowledge();
  await handIn(hand, 'deputy', { onBehalfOf: OWNER });
  await handIn(hand, 'handler-1');
  const reason = { reason: '有误' };
  expect(await refusalOf(hand.tell(OWNER, 'withdraw-evidence', { evidence: 2, ...reason }))).toBe(
    'EvidenceOfAnother',
  );
  expect(await refusalOf(hand.tell(OWNER, 'report-progress', { text: '已过半' }))).toBe('MeasureOfAnother');
  expect(await refusalOf(hand.tell(OWNER, 'complete-measure', { measure: 1, result: '已核对完毕' }))).toBe(
    'NotAuthorised',
  );
  await hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' });
  await hand.tell('handler-1', 'request-closure', { summary: '均已落实' });
  await untilStatus(world.rectify, hand.item, 'leader-review');
  const { evidenceHash: evidence } = await world.rectify.item(hand.item);
  const forLeader = { evidence, onBehalfOf: PersonId.parse('leader') };
  expect(await refusalOf(hand.tell('deputy', 'approve', forLeader))).toBe('DutiesNotSeparate');
  await hand.approve();
  await hand.accept();
  await untilStatus(world.rectify, hand.item, 'closed');
});
