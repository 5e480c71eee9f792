import type { ItemNumber } from '../../../../../base/ids';
import type { PlannedItem } from '../../../../../domain/plan/plan';
import type { AddedItem } from '../../../../../domain/round/amend/amendment';
import { parseItem } from '../../../arguments/item-argument';
import { Trouble } from '../../../trouble/trouble';

const OPTION = '--split-from';

/** `1.7:1.2`: item 1.7, which is added, was a part of item 1.2. Also with a full-width colon. */
const splitIn = (given: string): [ItemNumber, ItemNumber] => {
  const [, fresh, old] = /^([^:：]+)[:：]([^:：]+)$/.exec(given) ?? [];
  if (fresh === undefined || old === undefined)
    throw new Trouble({ type: 'bad-value', option: OPTION, given, expected: 'of-new-item' });
  return [parseItem(fresh.trim()).number, parseItem(old.trim()).number];
};

/** The items that a file adds, with those that they are split from. */
export const splitAs = (added: readonly PlannedItem[], given: readonly string[] = []): AddedItem[] => {
  const splits = new Map(given.map(splitIn));
  const stray = [...splits].find(([fresh]) => !added.some(({ number }) => number === fresh));
  if (stray)
    throw new Trouble({
      type: 'bad-value',
      option: OPTION,
      given: stray.join(':'),
      expected: 'of-new-item',
    });
  return added.map((planned) => {
    const splitFrom = splits.get(planned.number);
    return { planned, ...(splitFrom !== undefined && { splitFrom }) };
  });
};
