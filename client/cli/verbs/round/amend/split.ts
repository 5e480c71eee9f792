import type { ItemNumber } from '../../../../../base/ids';
import type { PlannedItem } from '../../../../../domain/plan/plan';
import type { AddedItem } from '../../../../../domain/round/amend/amendment';
import { parseItem } from '../../../arguments/item-argument';
import { Trouble } from '../../../trouble/trouble';

const OPTION = '--split-from';

const bad = (given: string): Trouble =>
  new Trouble({ type: 'bad-value', option: OPTION, given, expected: 'of-new-item' });

/** `1.7:1.2`: item 1.7, which is added, was a part of item 1.2, both of this round. Also with a full-width colon. */
const splitIn = (given: string): [ItemNumber, ItemNumber] => {
  const [, ...said] = /^([^:：]+)[:：]([^:：]+)$/.exec(given) ?? [];
  const [fresh, old] = said.map((one) => parseItem(one.trim()));
  if (!fresh || !old || fresh.round !== undefined || old.round !== undefined) throw bad(given);
  return [fresh.number, old.number];
};

/** The items that a file adds, with those that they are split from. */
export const splitAs = (added: readonly PlannedItem[], given: readonly string[] = []): AddedItem[] => {
  const splits = new Map<ItemNumber, ItemNumber>();
  for (const one of given) {
    const [fresh, old] = splitIn(one);
    // An item was part of one other.
    if (splits.has(fresh) || !added.some(({ number }) => number === fresh)) throw bad(one);
    splits.set(fresh, old);
  }
  return added.map((planned) => {
    const splitFrom = splits.get(planned.number);
    return { planned, ...(splitFrom !== undefined && { splitFrom }) };
  });
};
