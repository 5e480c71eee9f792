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

export const roundStarted = (input: RoundInput): RoundInput => ({
  ...input,
  head: withPolicy(input.head),
  ...(input.carried && { carried: { ...input.carried, head: withPolicy(input.carried.head) } }),
});
