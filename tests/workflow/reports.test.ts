import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
let cli: CliWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
});
afterEach(() => world.close());

const ROUND = 'weekly';
const READERS = ['head', 'office', 'oversight'];

/** A round that begins on a Thursday, in which nobody does anything and nothing falls due. */
const begin = () =>
  world.beginItem(
    planOf({ round: ROUND, items: 2, deadline: '2021-12-31', policy: { reports: { every: ['weekly'] } } }),
    at('2021-05-06'),
  );

const reportsTo = (person: string) =>
  world.smtp.to(`${person}@example.org`).filter(({ subject }) => subject?.includes('整改周报'));

test('in two weeks three people get two reports, the second compared with the first, though nothing happened', async () => {
  const { clock } = await begin();
  await world.skipTo(clock, at('2021-05-10', '08:31'));
  for (const person of READERS) await poll(`the first to ${person}`, () => reportsTo(person).length === 1);
  await world.skipTo(clock, at('2021-05-17', '08:31'));
  for (const person of READERS) await poll(`the second to ${person}`, () => reportsTo(person).length === 2);
  for (const person of READERS) {
    const [first, second] = reportsTo(person);
    expect(first?.text).toContain('此前没有同类报告');
    expect(second?.text).toContain('各项数字没有变化');
    expect(second?.text).toContain('共 2 项');
    expect(second?.html).toContain('各项数字没有变化');
  }
  const log = await world.rectify.roundLog(planOf({ round: ROUND }).round);
  expect(log.map(({ event }) => event)).toMatchObject([
    { type: 'round-opened' },
    { type: 'report-made', kind: 'weekly', from: '2021-05-06', to: '2021-05-09' },
    { type: 'report-made', kind: 'weekly', from: '2021-05-10', to: '2021-05-16' },
  ]);
});

test('a report can be had at any time, is compared with the last that came, and is one value for programs', async () => {
  const { clock, hand } = await begin();
  await world.skipTo(clock, at('2021-05-10', '08:31'));
  await poll('the first', () => reportsTo('head').length === 1);
  await hand.close();
  const { round } = planOf({ round: ROUND });
  await poll('the ledger', async () => (await world.rectify.ledger(round)).rows[0]?.acceptedOn !== undefined);
  const { exit, json } = await cli.tell(['report', '--week', '--month', '--round', ROUND]);
  expect({ exit, json }).toMatchObject({
    exit: 0,
    json: {
      round: ROUND,
      reports: [
        {
          kind: 'weekly',
          figures: { items: 2, open: 1, closed: 1 },
          last: { from: '2021-05-06', to: '2021-05-09', figures: { open: 2 } },
          done: { all: 1, first: [{ number: '1.1', how: 'closed' }] },
        },
        { kind: 'monthly' },
      ],
    },
  });
  const { screen } = await cli.talk(['report', '--round', ROUND], []);
  expect(screen.written.out).toContain('整改周报');
  expect(screen.written.out).toContain('在办减少 1，已销号增加 1');
  expect(screen.written.out).not.toContain('整改月报');
  const english = await cli.talk(['report', '--month', '--round', ROUND, '--lang', 'en'], []);
  expect(english.screen.written.out).toContain('Monthly report');
});
