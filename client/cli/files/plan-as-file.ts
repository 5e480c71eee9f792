import { stringify } from 'yaml';
import type { PlannedItem, RoundHead } from '../../../domain/plan/plan';

/** Items under their categories, as a file of the plan has them; measures are numbered by their place. */
const categoriesOf = (items: readonly PlannedItem[]) => {
  const placed = items.map((item) => {
    const [category = 0, no = 0] = item.number.split('.').map(Number);
    return { category, no, item };
  });
  const numbers = [...new Set(placed.map(({ category }) => category))].sort((a, b) => a - b);
  return numbers.map((category) => {
    const own = placed.filter((one) => one.category === category).sort((a, b) => a.no - b.no);
    return {
      no: category,
      title: own[0]?.item.category ?? '',
      items: own.map(({ no, item: { number: _number, category: _category, measures, ...item } }) => ({
        no,
        ...item,
        measures: measures.map(({ no: _, ...measure }) => measure),
      })),
    };
  });
};

/**
 * The plan as it stands, in yaml, for somebody to change: without keys, which no amendment changes. `comments`: lines that go before
 * it.
 */
export const planAsFile = (
  head: RoundHead,
  items: readonly PlannedItem[],
  comments: readonly string[],
): string => {
  const { roster, ...round } = head;
  const people = roster.people.map(({ keys: _, ...person }) => person);
  const plan = { ...round, roster: { ...roster, people }, categories: categoriesOf(items) };
  const lines = comments.map((one) => `# ${one}\n`).join('');
  return `${lines}${stringify(plan, { lineWidth: 0, aliasDuplicateObjects: false })}`;
};
