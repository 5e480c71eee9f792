import { itemId, RoundId } from '../../base/ids';
import { realTime } from '../../domain/calendar/clock';
import type { Receipt } from '../../domain/ladder/notice';
import { lifeIn, subjectOfNotice } from '../../domain/ladder/notice-id';
import { Hands } from '../../tests/support/commands';
import { untilStatus } from '../../tests/support/life';
import { calendar2021 } from '../../tests/support/plans';
import { poll } from '../../tests/support/poll';
import { itemWorkflowId } from '../../workflows/messages';
import { inBatches, upTo } from '../batches';
import { numberOf, peopleOf, populationOf } from '../population';
import type { Stage } from '../stage';
import { repeated } from '../statistics';
import { DEADLINE, ROUND, type Size } from './course';
import type { Design } from './lived';

/**
 * What people are told of an item besides reminders: assigned (2), two requests, returned, approved, accepted (2),
 * archived; and the return, the approval and the acceptance, confirmed to those who decided.
 */
const FACTS = 12;

const idOf = (index: number) => itemId(RoundId.parse(ROUND), numberOf(index));

const workflowOf = ({ world }: Stage, index: number) =>
  world.client.workflow.getHandle(itemWorkflowId(idOf(index), 1));

/** Everything that has been told, each with who was. */
const namesIn = (receipts: readonly Receipt[]): { item: string; name: string; isFact: boolean }[] =>
  receipts.flatMap(({ mailbox, notices }) =>
    notices.map(({ id }) => ({
      item: lifeIn(id),
      name: `${mailbox} ${id}`,
      isFact: 'seq' in (subjectOfNotice(id) ?? {}),
    })),
  );

const factsIn = (receipts: readonly Receipt[]): number =>
  new Set(namesIn(receipts).flatMap(({ name, isFact }) => (isFact ? [name] : []))).size;

export const ours: Design = {
  start: (stage) => stage.ours(),

  begin: async ({ world }, { lives, people }: Size, clock) => {
    const plan = populationOf({ round: ROUND, items: lives, people, deadline: DEADLINE });
    await world.rectify.importPlan(plan, calendar2021, clock);
    await inBatches(upTo(lives), 10, (index) => untilStatus(world.rectify, idOf(index), 'assigned'));
  },

  take: ({ world }, { people }, { by, tell }, index) => {
    const sides = peopleOf(index, people);
    const hands = new Hands(world.rectify, world.storeUrl, idOf(index), sides.handler);
    return tell(hands, sides[by], world.rectify);
  },

  end: async (stage, { lives }) => {
    await Promise.all(upTo(lives).map((index) => workflowOf(stage, index).result()));
    await poll('all facts to be told', async () => factsIn(await stage.world.receipts()) >= lives * FACTS);
  },

  history: (stage, index) => workflowOf(stage, index).fetchHistory(),

  faults: async ({ world, sink }, { lives }, clock) => {
    const receipts = await world.receipts();
    const slots = new Map(receipts.map(({ messageId, slot }) => [messageId, realTime(clock, slot)]));
    return {
      early: sink.arrivals.filter(({ at, messageId }) => at < (slots.get(messageId) ?? Infinity)).length,
      twice:
        repeated(namesIn(receipts).map(({ name }) => name)) +
        repeated(sink.arrivals.map(({ messageId }) => messageId)),
      lost: lives * FACTS - factsIn(receipts),
    };
  },
};
