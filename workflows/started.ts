import { fromPayload, deflated, toPayload } from '../base/deflated';
import type { ItemBirth, ItemMemory } from '../domain/item/life';
import type { RoundMemory } from '../domain/round/memory';
import type { PlannedItem } from '../domain/plan/plan';
import { inForceAsStarted, type Policy } from '../domain/round/policy';
import type { ItemInput, RoundInput, UnreadMessage } from './messages';

/*
 * The input of a workflow, perhaps started long ago, in the form of today: old policies may lack newer fields. What
 * those workflows have accepted since, they must accept again on replay.
 */

const withPolicy = <T extends { policy: Policy }>(holder: T): T => ({
  ...holder,
  policy: inForceAsStarted(holder.policy),
});

/** The complete input of an item. */
export type ItemStarted = ItemBirth & Pick<ItemInput, 'schemaVersion' | 'told'> & { carried?: ItemMemory };

export const itemStarted = ({ carried: memory, ...input }: ItemInput): ItemStarted => {
  const carried = memory && fromPayload(memory);
  return {
    ...input,
    context: withPolicy(fromPayload(input.context)),
    ...(carried && {
      carried: { ...carried, ...(carried.context && { context: withPolicy(carried.context) }) },
    }),
  };
};

/** The input of the next run of an item, of whose log so many entries have been told. */
export const itemGoingOn = (started: ItemStarted, memory: ItemMemory, told: number): ItemInput => ({
  ...started,
  context: started.schemaVersion === 1 ? started.context : deflated(started.context),
  carried: toPayload(memory),
  told,
});

/** The complete input of a round. */
export type RoundStarted = Omit<RoundInput, 'items' | 'carried' | 'unread'> & {
  items: PlannedItem[];
  carried?: RoundMemory;
  unread?: UnreadMessage[];
};

export const roundStarted = ({ carried: memory, unread, ...input }: RoundInput): RoundStarted => {
  const carried = memory && fromPayload(memory);
  return {
    ...input,
    items: fromPayload(input.items),
    head: withPolicy(input.head),
    ...(carried && { carried: { ...carried, head: withPolicy(carried.head) } }),
    ...(unread && { unread: fromPayload(unread) }),
  };
};

/** The input of the next run of a round, deflated where it is too large for a payload. */
export const roundGoingOn = (
  { unread: _, ...started }: RoundStarted,
  memory: RoundMemory,
  unread: readonly UnreadMessage[],
): RoundInput => ({
  ...started,
  items: toPayload(started.items),
  carried: toPayload(memory),
  ...(unread.length > 0 && { unread: toPayload([...unread]) }),
});
