import { numberOf } from '../../../base/ids';
import type { CivilDate } from '../../../domain/calendar/civil';
import { sealedFor } from '../../../testing/seals';
import { itemWorkflowId, roundCommandSignal } from '../../../workflows/messages';
import { roundCommandOf } from '../../support/commands';
import { at } from '../../support/instants';
import { planOf } from '../../support/plans';
import { poll } from '../../support/poll';
import type { Scene } from './scene';

/** More commands than a run of an item takes. Those that a round passes on make a smaller recording than Updates. */
const COMMANDS = 250;
const BATCH = 25;
const DAY = '2021-05-06' as CivilDate;

/**
 * An item to which so many commands are passed on that do not concern it, in the round `name`. As `crowded` played by a
 * version whose runs end by their events alone, so that all is in one run; as `bounded` by one whose runs end after so
 * many commands.
 */
export const crowdedAs =
  (name: string): Scene =>
  async (world) => {
    const { rectify, client } = world;
    const hand = (await world.begin(planOf({ round: name }), world.clockFrom(at(DAY), 1, name)))();
    await poll('the item', () => rectify.item(hand.item));
    const workflow = client.workflow.getHandle(itemWorkflowId(hand.item, 1));
    const which = { item: numberOf(hand.item), rung: 'urging-letter' as const, day: DAY };
    const passOn = (): Promise<void> => {
      const claimed = roundCommandOf('office', name, 'drop-proposal', { ...which, reason: '已说明' });
      const submission = { claimed };
      return workflow.signal(
        roundCommandSignal,
        submission,
        sealedFor('round-command', workflow.workflowId, submission),
      );
    };
    for (let no = 0; no < COMMANDS; no += BATCH) await Promise.all(Array.from({ length: BATCH }, passOn));
    await hand.work();
    await hand.approve();
    return { item: workflow.workflowId };
  };
