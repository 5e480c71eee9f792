import type { AddedItem } from '../domain/round/amend/amendment';
import { ItemNumber } from '../base/ids';
import { date, planned } from './world';

/** An item that no plan has yet. */
export const NEW = ItemNumber.parse('1.3');

export const anAddition = (more: object = {}, splitFrom?: ItemNumber): AddedItem => ({
  planned: planned({ number: NEW, problem: '执法记录仪未登记', deadline: date('2021-07-15'), ...more }),
  ...(splitFrom && { splitFrom }),
});
