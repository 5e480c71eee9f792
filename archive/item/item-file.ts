import type { ItemContext, ItemState } from '../../domain/item/state';
import type { ItemRecord } from './record';

/** What `item.json` says: the item as it was closed, what it was planned as, and its archive number. */
export type ItemFile = ItemState & Pick<ItemContext, 'planned' | 'round' | 'archiveNumber'>;

export const itemOf = ({ state, context }: Pick<ItemRecord, 'state' | 'context'>): ItemFile => {
  const { planned, round, archiveNumber } = context;
  return { ...state, planned, round, archiveNumber };
};

/** The state and the rest of an `item.json`. */
export const stateIn = ({
  planned,
  round,
  archiveNumber,
  ...state
}: ItemFile): { state: ItemState } & Pick<ItemContext, 'planned' | 'round' | 'archiveNumber'> => ({
  state,
  planned,
  round,
  archiveNumber,
});
