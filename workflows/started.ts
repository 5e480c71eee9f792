import { fromPayload, toPayload } from '../base/deflated';
import type { ItemMemory } from '../domain/item/life';
import type { RoundMemory } from '../domain/round/life';
import type { PlannedItem } from '../domain/plan/plan';
import { inForceAsStarted, type Policy } from '../domain/round/policy';
import type { ItemInput, RoundInput } from './messages';

/*
 * What a workflow was started with, perhaps long ago, as the workflows of today have it: policies may lack what they
 * did not have then. What those workflows have taken since, they must take again when they are replayed.
 */

const withPolicy = <T extends { policy: Policy }>(holder: T): T => ({
  ...holder,
  policy: inForceAsStarted(holder.policy),
});

/** What an item was started with, all of it there to be worked with. */
export type ItemStarted = Omit<ItemInput, 'carried'> & { carried?: ItemMemory };

export const itemStarted = ({ carried: memory, ...input }: ItemInput): ItemStarted => {
  const carried = memory && fromPayload(memory);
  return {
    ...input,
    context: withPolicy(input.context),
    ...(carried && {
      carried: { ...carried, ...(carried.context && { context: withPolicy(carried.context) }) },
    }),
  };
};

/** What a round was started with, all of it there to be worked with. */
export type RoundStarted = Omit<RoundInput, 'items' | 'carried'> & {
  items: PlannedItem[];
  carried?: RoundMemory;
};

export const roundStarted = ({ carried: memory, ...input }: RoundInput): RoundStarted => {
  const carried = memory && fromPayload(memory);
  return {
    ...input,
    items: fromPayload(input.items),
    head: withPolicy(input.head),
    ...(carried && { carried: { ...carried, head: withPolicy(carried.head) } }),
  };
};

/** What the next run of a round is started with: of a large one it is more than a payload takes as it stands. */
export const roundGoingOn = (started: RoundStarted, memory: RoundMemory): RoundInput => ({
  ...started,
  items: toPayload(started.items),
  carried: toPayload(memory),
});
