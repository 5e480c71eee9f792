import type { CivilDate } from '../calendar/civil';
import type { ItemNumber } from '../../base/ids';
import type { Plan } from './plan';

/** Items whose deadline has passed, and the items of measures whose own has; each time for one of them. */
export type Past = { items: ItemNumber[]; measures: ItemNumber[] };

/** What of a plan would be overdue as soon as it is imported. */
export const pastIn = ({ items }: Plan, today: CivilDate): Past => {
  const hasPassed = (date: CivilDate | undefined): boolean => date !== undefined && date < today;
  return {
    items: items.flatMap(({ number, deadline }) => (hasPassed(deadline) ? [number] : [])),
    measures: items.flatMap(({ number, measures }) =>
      measures.flatMap(({ deadline }) => (hasPassed(deadline) ? [number] : [])),
    ),
  };
};
