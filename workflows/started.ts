import { fromPayload, toPayload } from '../domain/deflated';
import type { RoundMemory } from '../domain/round/life';
import type { PlannedItem } from '../domain/round/plan';
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

export const itemStarted = (input: ItemInput): ItemInput => ({
  ...input,
  context: withPolicy(input.context),
  ...(input.carried && {
    carried: {
      ...input.carried,
      ...(input.carried.context && { context: withPolicy(input.carried.context) }),
    },
  }),
});

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
