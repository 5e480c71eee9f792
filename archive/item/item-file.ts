import type { ItemContext, ItemState } from '../../domain/item/state';
import type { ItemRecord } from './record';

type Planned = Pick<ItemContext, 'planned' | 'firstPlanned' | 'round' | 'archiveNumber'>;

/**
 * What `item.json` says: the item as it was closed, what it was planned as, and its archive number; where the plan was amended, also what
 * this life was planned as at first.
 */
export type ItemFile = ItemState & Planned;

export const itemOf = ({ state, context }: Pick<ItemRecord, 'state' | 'context'>): ItemFile => {
  const { planned, firstPlanned, round, archiveNumber } = context;
  return { ...state, planned, ...(firstPlanned && { firstPlanned }), round, archiveNumber };
};

/** The state and the rest of an `item.json`. */
export const stateIn = ({
  planned,
  firstPlanned,
  round,
  archiveNumber,
  ...state
}: ItemFile): { state: ItemState } & Planned => ({
  state,
  planned,
  ...(firstPlanned && { firstPlanned }),
  round,
  archiveNumber,
});
