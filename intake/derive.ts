import type { CivilDate } from '../domain/calendar/civil';
import type { DraftItem, DraftMeasure } from './draft';

const measuresIn = ({ measures, children = [] }: DraftItem): DraftMeasure[] => [
  ...measures,
  ...children.flatMap(measuresIn),
];

/**
 * Gives an item that has no time of its own the latest of its measures, with the first of their doubts.
 * @returns the date, where it was taken from the measures
 */
export const deriveDeadline = (item: DraftItem): CivilDate | undefined => {
  if (item.deadline !== undefined || item.doubt !== undefined || item.kind === 'sustained') return undefined;
  const measures = measuresIn(item);
  const latest = measures
    .map(({ deadline }) => deadline)
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  if (latest === undefined) return undefined;
  item.deadline = latest;
  const doubt = measures.find((measure) => measure.doubt !== undefined)?.doubt;
  if (doubt !== undefined) item.doubt = doubt;
  return latest;
};
