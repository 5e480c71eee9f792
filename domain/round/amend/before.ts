import type { PlannedItem, PlannedMeasure } from '../../plan/plan';
import type { ItemAmendment, ItemFields } from './amendment';

/** What the parts of an item that an amendment changes were: null where they were not there. */
export type Before = ItemFields & { measures?: PlannedMeasure[] };

export const beforeOf = (
  { set = {}, measures: { change = [], drop = [] } = {} }: ItemAmendment,
  planned: PlannedItem,
): Before => {
  const named = [...change, ...drop].map(({ no }) => no);
  const fields = Object.keys(set).map((field) => [field, planned[field as keyof PlannedItem] ?? null]);
  const measures = planned.measures.filter(({ no }) => named.includes(no));
  return { ...(Object.fromEntries(fields) as ItemFields), ...(measures.length > 0 && { measures }) };
};
