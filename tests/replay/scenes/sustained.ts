import { itemWorkflowId, roundWorkflowId } from '../../../workflows/messages';
import { closeAfter } from '../../support/closable-round';
import { at } from '../../support/instants';
import { untilStatus } from '../../support/life';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { Scene } from './scene';

const ROUND = 'sustained';
/** A month in half a minute. */
const RATE = 100_000;
/** How long half a year takes at most, in seconds. */
const PATIENCE = 300;

/**
 * A sustained item whose stage was accepted, that checked in late and came to the end of its time, and its round up
 * to the archive, which notes what the store has kept of it.
 */
export const sustained: Scene = async (world) => {
  const { rectify } = world;
  const plan = planOf({ round: ROUND, kind: 'sustained' });
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), RATE, ROUND)))();
  await poll('the item', () => rectify.item(hand.item));
  await hand.work();
  await hand.approve();
  await hand.acceptStage('2021-10-29');
  await poll('a late check-in', async () => (await rectify.item(hand.item)).level, PATIENCE);
  await hand.tell('handler-1', 'check-in', { text: '补报：制度执行良好' });
  await untilStatus(rectify, hand.item, 'acceptance', PATIENCE);
  await hand.accept();
  await closeAfter(world, plan.round, hand.item);
  return { item: itemWorkflowId(hand.item, 1), round: roundWorkflowId(plan.round) };
};
