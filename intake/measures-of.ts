import type { DraftItem, DraftMeasure } from './draft';

/** The measures of sub-items are those of their item, each under the number and problem of its own. */
export const measuresOf = ({ measures, children = [] }: DraftItem): DraftMeasure[] => [
  ...measures,
  ...children.flatMap(({ no, problem, ...child }) =>
    measuresOf({ no, problem, ...child }).map((measure) => ({
      ...measure,
      text: `（${no}）${problem === '' ? '' : `${problem}：`}${measure.text}`,
    })),
  ),
];
