import type { ItemBirth } from '../item/life';
import type { ItemContext } from '../item/state';

/** What a birth has in common with all others of its import. */
type Common = Pick<ItemBirth, 'clock' | 'assignedAt'> & Pick<ItemContext, 'round' | 'policy' | 'calendar'>;
type Own = Pick<ItemBirth, 'item' | 'cycle'> & Pick<ItemContext, 'planned' | 'roster' | 'archiveNumber'>;

/** Births of one import, with what they have in common said once: hundreds fit into one message. */
export type Births = { common: Common; own: Own[] };

/** The births of first lives in an import. How they were signed is not in it: nobody is told of that. */
export const inCommon = (births: readonly [ItemBirth, ...ItemBirth[]]): Births => {
  const [{ clock, assignedAt, context }] = births;
  const { round, policy, calendar } = context;
  return {
    common: { clock, assignedAt, round, policy, calendar },
    own: births.map(({ item, cycle, context: { planned, roster, archiveNumber } }) => ({
      item,
      cycle,
      planned,
      roster,
      archiveNumber,
    })),
  };
};

/** The births again, each by itself. */
export const birthsIn = ({ common, own }: Births): ItemBirth[] => {
  const { clock, assignedAt, ...shared } = common;
  return own.map(({ item, cycle, ...context }) => ({
    item,
    cycle,
    clock,
    assignedAt,
    context: { ...shared, ...context },
  }));
};
