import type { CivilDate } from '../../../domain/calendar/civil';
import { itemId, ItemNumber } from '../../../base/ids';
import { roundWorkflowId } from '../../../workflows/messages';
import { roundCommandOf } from '../../support/commands';
import { at } from '../../support/instants';
import { untilStatus } from '../../support/life';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { RealWorld } from '../../support/real-world';
import type { Scene } from './scene';

const date = (text: string) => text as CivilDate;

/** A week in four seconds. */
const RATE = 150_000;
/** How long a few weeks take at most, in seconds. */
const PATIENCE = 60;

/** What its reports have told of how many were open. */
const openIn = async ({ rectify }: RealWorld, round: ReturnType<typeof planOf>['round']): Promise<number[]> =>
  (await rectify.roundLog(round)).flatMap(({ event }) =>
    event.type === 'report-made' ? [event.figures.open] : [],
  );

/** A round with weekly reports whose only item is archived. */
const archived = async (world: RealWorld, name: string) => {
  const { rectify } = world;
  const plan = planOf({ round: name, policy: { reports: { every: ['weekly'] } } });
  const { round } = plan;
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), RATE, name)))();
  const reports = () => openIn(world, round);
  await poll('a report of what is open', async () => (await reports()).includes(1), PATIENCE);
  await hand.close();
  await untilStatus(rectify, hand.item, 'archived', PATIENCE);
  await poll('a report of nothing open', async () => (await reports()).includes(0), PATIENCE);
  return { round, reports };
};

/** It goes on to make them although nothing is open. */
export const reporting: Scene = async (world) => {
  const { round, reports } = await archived(world, 'reporting');
  const ofNothing = async () => (await reports()).filter((open) => open === 0).length;
  await poll('more of them', async () => (await ofNothing()) >= 4, PATIENCE);
  return { round: roundWorkflowId(round) };
};

/** It rests until the item is reopened. */
export const rested: Scene = async (world) => {
  const { round, reports } = await archived(world, 'rested');
  const item = {
    item: ItemNumber.parse('1.1'),
    cycle: 1,
    reason: '回头看发现反弹',
    deadline: date('2022-06-30'),
  };
  await poll('the round to hear of its archive', async () => {
    const { rows } = await world.rectify.ledger(round);
    return rows[0]?.archive;
  });
  await world.rectify.commandRound(roundCommandOf('oversight', round, 'reopen', item));
  await poll('the second life', () => world.rectify.item(itemId(round, item.item), 2));
  await poll('a report of it', async () => (await reports()).at(-1) === 1, PATIENCE);
  return { round: roundWorkflowId(round) };
};
