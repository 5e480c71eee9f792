import { itemWorkflowId, roundWorkflowId } from '../../../workflows/messages';
import { at } from '../../support/instants';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { Scene } from './scene';

const ROUND = 'asked-anew';

/** An item that was asked to report its line of the ledger anew, and goes on; with its round. */
export const askedAnew: Scene = async (world) => {
  const { rectify } = world;
  const plan = planOf({ round: ROUND, deadline: '2021-07-06' });
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, ROUND)))();
  const reported = (version: number) =>
    poll('the report', async () => (await rectify.ledger(plan.round)).rows[0]?.version === version);
  await reported(1);
  await hand.acknowledge();
  await reported(2);
  await rectify.reportAnew(hand.item, 1);
  await reported(3);
  await hand.handIn('清单初稿');
  await reported(4);
  return { item: itemWorkflowId(hand.item, 1), round: roundWorkflowId(plan.round) };
};
