import { at } from '../support/instants';
import { caughtIn, dayOfSlot, nameOfMail } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
});
afterAll(() => world.close());

const ITEMS = 300;
const PEOPLE = 30;
/** Assigned on a Wednesday; the reminder of a deadline on 06-30 goes out at the opening of the Thursday. */
const START = at('2021-06-09');
const DAY = '2021-06-10';
/** A minute and a quarter from the assignment to the opening of the next day: time enough to start all items. */
const RATE = 1100;
/** In seconds, and in milliseconds for the whole test. */
const PATIENCE = 180;
const WHOLE = 240_000;

test(
  '300 items due in one instant for 30 people give 30 mails, each with all that its reader has to do',
  async () => {
    const round = 'many';
    const plan = planOf({ round, items: ITEMS, handlers: PEOPLE, deadline: '2021-06-30' });
    await world.begin(plan, world.clockFrom(START, RATE, round));
    const reminders = async () =>
      (await world.receipts(round)).filter(({ notices }) =>
        notices.some(({ id }) => id.includes('@reminder/')),
      );
    const receipts = await poll(
      'all reminders',
      async () => {
        const found = await reminders();
        return found.flatMap(({ notices }) => notices).length >= ITEMS && found;
      },
      PATIENCE,
    );

    expect(receipts).toHaveLength(PEOPLE);
    for (const { notices } of receipts) expect(notices).toHaveLength(ITEMS / PEOPLE);
    expect(new Set(receipts.flatMap(({ notices }) => notices.map(({ id }) => id))).size).toBe(ITEMS);
    const mails = caughtIn(world.smtp.mails, round).filter(
      (mail) => dayOfSlot(nameOfMail(mail).slot) === DAY,
    );
    expect(mails).toHaveLength(PEOPLE);
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(PEOPLE);
    for (const { text, recipient } of mails)
      for (const { number, problem } of plan.items.filter(({ handler }) =>
        recipient.startsWith(`${handler}@`),
      ))
        expect({ number, text }).toMatchObject({ text: expect.stringContaining(problem) as string });
  },
  WHOLE,
);
