import { MockActivityEnvironment } from '@temporalio/testing';
import { aBrief, aDigest, aFact, aReminder, SLOT } from '../../testing/digest';
import { addDays } from '../../domain/calendar/civil';
import { civilOf, instant } from '../../domain/calendar/zone';
import { type DigestLine, lineId } from '../../domain/ladder/notice';
import { receiptsFrom } from '../../store/receipts';
import { scratchStore } from '../../testing/store';
import { testSeals } from '../../testing/seals';
import { createMailActivities } from './send-mail';

const WEEK = 7;
const LATER = instant(SLOT + WEEK * 86_400_000);
const { item } = aBrief();
const idOn = (day: string): string => `${item}/c1@overdue/${day}`;
const [before, now] = [idOn(civilOf(SLOT)), idOn(addDays(civilOf(SLOT), WEEK))];

const worker = async () => {
  const { store } = await scratchStore();
  const transport = {
    deliver: () => Promise.resolve({ outcome: 'sent' as const, response: '250 OK' }),
    close: () => undefined,
  };
  const sender = { name: '整改办', address: 'office@example.org' };
  const activities = createMailActivities({ store, transport, seals: testSeals(), sender });
  const send = (...given: Parameters<typeof activities.sendDigest>) =>
    new MockActivityEnvironment().run(() => activities.sendDigest(...given));
  return { store, send };
};

test('a notice that an earlier mail has said is in no later receipt, though a later day of its rung is said', async () => {
  const { store, send } = await worker();
  const first = aDigest([aReminder('overdue')]);
  await send({ ...first, ids: [{ id: before, item }] });
  const second = aDigest([aReminder('overdue', aBrief(), { id: now, slot: LATER })]);
  await send({
    ...second,
    slot: LATER,
    ids: [before, now].map((id) => ({ id, item })),
  });
  const receipts = await receiptsFrom(store, first.mailbox, SLOT);
  expect(receipts.map(({ notices }) => notices.map(({ id }) => id))).toEqual([[before], [now]]);
});

test('a decision that an earlier mail has confirmed is not confirmed again when its own slot has come', async () => {
  const { store, send } = await worker();
  // The earlier mail was late itself: it has the name of a slot before the decision.
  const decided = { command: 'accept' as const, at: instant(SLOT + 5 * 3_600_000) };
  const confirmation = aFact('you-decided', aBrief(), { slot: LATER, decided });
  const settles = (lines: DigestLine[]) => lines.map((line) => ({ id: lineId(line), item }));
  const early = [aReminder('overdue'), confirmation];
  const first = aDigest(early);
  await send({ ...first, ids: settles(early) });
  const again = { ...aDigest([confirmation]), slot: LATER, ids: settles([confirmation]) };
  expect(await send(again)).toEqual({ outcome: 'nothing' });
  expect(await receiptsFrom(store, first.mailbox, SLOT)).toHaveLength(1);
});
