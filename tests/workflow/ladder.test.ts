import { instant } from '../../domain/calendar/zone';
import { rehearse } from '../../domain/ladder/rehearse';
import { composeMessage } from '../../mail';
import { birthOf } from '../support/life';
import { caughtIn, dayOfSlot, nameOfMail, namesOfCaught, namesOfForetold } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const BOTH = ['handler-1', 'leader'];

/**
 * Assigned on Thursday 2021-05-06, due on Wednesday 06-30. Saturday 05-08 is a make-up day, Sunday 06-20 a day
 * off, Monday 06-14 the Dragon Boat holiday.
 */
const LADDER: [day: string, to: string[]][] = [
  ['2021-05-06', BOTH],
  ['2021-05-08', BOTH],
  ['2021-06-10', ['handler-1']],
  ['2021-06-18', BOTH],
  ['2021-06-25', BOTH],
  ['2021-06-28', BOTH],
  ['2021-06-29', BOTH],
  ['2021-06-30', BOTH],
  ['2021-07-01', [...BOTH, 'head']],
  ['2021-07-07', ['office']],
  ['2021-07-08', [...BOTH, 'head']],
  ['2021-07-14', ['head', 'office']],
  ['2021-07-15', [...BOTH, 'head']],
  ['2021-07-22', [...BOTH, 'head']],
  ['2021-07-28', ['oversight']],
  ['2021-07-29', [...BOTH, 'head']],
];

const onPaper = LADDER.flatMap(([day, people]) =>
  people.map((person) => `${day} ${person}@example.org`),
).sort();

test('an item nobody touches climbs the whole ladder, on the days and in the words that were foretold', async () => {
  const { rectify, smtp } = world;
  const round = 'untouched';
  const { clock, hands } = await world.begin(planOf({ round, deadline: '2021-06-30' }), at('2021-05-06'));
  const { item } = hands();
  const birth = birthOf(await poll('the item', () => rectify.item(item)));
  const until = at('2021-07-30', '12:00');
  const foretold = rehearse({ births: [birth], until });

  await world.skipTo(clock, until);
  const caught = await poll('all mails', () => {
    const mails = caughtIn(smtp.mails, round);
    return mails.length >= foretold.length && mails;
  });

  expect(namesOfCaught(caught)).toEqual(namesOfForetold(foretold));
  const days = caught.map((mail) => `${dayOfSlot(nameOfMail(mail).slot)} ${mail.recipient}`).sort();
  expect(days).toEqual(onPaper);
  const words = foretold.map((mail) => composeMessage(mail).subject).sort();
  expect(caught.map((mail) => mail.subject).sort()).toEqual(words);

  const { state, level, log } = await rectify.item(item);
  expect(state.status).toBe('assigned');
  expect(level).toBe('accountability');
  const reached = log.flatMap(({ event }) => (event.type === 'rung-reached' ? [event.rung] : []));
  expect(new Set(reached)).toEqual(new Set(['overdue', 'urging-letter', 'talk', 'accountability']));
  expect(await rectify.totals(birth.context.round.id)).toMatchObject({ overdue: 1, escalated: 1 });
});

test('an item without a deadline is urged to be acknowledged and never called overdue', async () => {
  const { rectify, smtp } = world;
  const round = 'no-deadline';
  const start = at('2021-05-06');
  const plan = planOf({ round });
  const { clock, hands } = await world.begin(plan, start);
  await poll('the item', () => rectify.item(hands().item));

  await world.skipTo(clock, instant(start + 60 * 86_400_000));
  const caught = await poll('the mails', () => {
    const mails = caughtIn(smtp.mails, round);
    return mails.length >= 4 && mails;
  });

  expect(caught.map((mail) => dayOfSlot(nameOfMail(mail).slot))).toEqual([
    ...['2021-05-06', '2021-05-06'],
    ...['2021-05-08', '2021-05-08'],
  ]);
  expect(await rectify.totals(plan.round)).toMatchObject({ overdue: 0, withoutDeadline: 1 });
});
