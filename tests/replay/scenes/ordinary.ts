import { itemWorkflowId, mailboxWorkflowId, roundWorkflowId } from '../../../workflows/messages';
import { closeAfter } from '../../support/closable-round';
import { at } from '../../support/instants';
import { boxOf } from '../../support/mails';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { Scene } from './scene';

/** A month in a minute. */
const RATE = 40_000;

/**
 * What most items go through, people taken at their word, with the mailbox of its handler; its round to the archive.
 * `round`: later scenes are recorded by later code.
 */
export const ordinaryAs =
  (round: string): Scene =>
  async (world) => {
    const { rectify } = world;
    const plan = planOf({ round, deadline: '2021-07-06' });
    const clock = world.clockFrom(at('2021-05-06'), RATE, round);
    const hand = (await world.begin(plan, clock))();
    await poll('the item', () => rectify.item(hand.item));
    await hand.close();
    await closeAfter(world, plan.round, hand.item);
    return {
      item: itemWorkflowId(hand.item, 1),
      mailbox: mailboxWorkflowId(boxOf('handler-1', clock)),
      round: roundWorkflowId(plan.round),
    };
  };
