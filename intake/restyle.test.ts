import fc from 'fast-check';
import { draftOfText } from './text/from-text';
import { aStyle, restyle, type Style } from '../testing/intake/restyle';
import { toldOf, toldPlan } from '../testing/intake/told';
import type { DraftItem } from './draft';
import { exampleText } from '../testing/repository';

const told = toldPlan(exampleText('round-2021'));
const asDraft = (items: (typeof told)['categories'][number]['items']): DraftItem[] =>
  items.map(({ problem, measures, children }, index) => ({
    no: index + 1,
    problem,
    measures: measures.map((text) => ({ text })),
    ...(children && { children: asDraft(children) }),
  }));
const expected = toldOf({
  categories: told.categories.map(({ title, items }, index) => ({
    no: index + 1,
    title,
    items: asDraft(items),
  })),
});

const read = (style: Style) =>
  draftOfText(
    restyle(told, style)
      .split('\n')
      .map((text, index) => ({ line: index + 1, text })),
  );

describe('the same outline is read from a text', () => {
  test('whatever its numbers, widths, breaks, gaps and surroundings', () => {
    fc.assert(
      fc.property(aStyle, (style) => {
        const { categories, declared } = read(style);
        expect(toldOf({ categories })).toEqual(expected);
        expect(declared).toEqual({ categories: 7, items: 28 });
      }),
      { numRuns: 200 },
    );
  });
});
