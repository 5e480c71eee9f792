import type { Rectify } from '../../client/api';
import type { ItemId } from '../../base/ids';
import type { ItemBirth, ItemView } from '../../domain/item/life';
import type { Status } from '../../domain/item/states';
import { poll } from './poll';

/** Waits, by the wall's clock, until an item is in a state. */
export const untilStatus = (
  rectify: Rectify,
  item: ItemId,
  status: Status,
  seconds = 60,
): Promise<ItemView> =>
  poll(
    `${item} to be ${status}`,
    async () => {
      const view = await rectify.item(item);
      return view.state.status === status && view;
    },
    seconds,
  );

/** The input of an item, worked out from its view: for rehearsals beside the running item. */
export const birthOf = ({ state, context, clock }: ItemView): ItemBirth => ({
  item: state.item,
  cycle: state.cycle,
  context,
  clock,
  assignedAt: state.assignedAt,
});
