import { anItem, NOW } from '../testing/item';
import { at } from '../testing/world';
import type { ItemView } from '../domain/item/life';
import { RUNGS } from '../domain/ladder/rung';
import { attributesOf, SEARCH_ATTRIBUTES } from './search-attributes';

const valuesOf = (view: ItemView): Record<string, unknown> =>
  Object.fromEntries(attributesOf(view).map(({ key, value }) => [key.name, value]));

const seen = anItem('in-progress').view(NOW);
const withLevel = (level: ItemView['level']): Record<string, unknown> => {
  const { level: _, ...view } = seen;
  return valuesOf(level === undefined ? view : { ...view, level });
};

test('an item tells every attribute there is, and no other', () => {
  expect(Object.keys(valuesOf(seen))).toEqual(Object.keys(SEARCH_ATTRIBUTES));
});

test('the level is the code of the highest rung, so that a filter names it', () => {
  expect(withLevel(undefined)).toMatchObject({ RectLevel: 'none', RectRung: 0 });
  expect(withLevel('overdue')).toMatchObject({ RectLevel: 'overdue' });
  const late = anItem('in-progress');
  late.passTime(at('2021-07-14', '00:00'));
  expect(valuesOf(late.view(at('2021-07-14', '00:00')))).toMatchObject({ RectLevel: 'talk' });
});

test('the level changes just when the rung does: histories hold as many upserts as before', () => {
  const all = [undefined, ...RUNGS].map(withLevel);
  expect(new Set(all.map(({ RectLevel }) => RectLevel)).size).toBe(all.length);
  expect(all.map(({ RectRung }) => RectRung)).toEqual(all.map((_, place) => place));
});

test('under a policy that wants none an item names neither leader nor section, and all else as before', () => {
  const { context } = seen;
  const policy = { ...context.policy, attributeNames: 'none' as const };
  const nameless = valuesOf({ ...seen, context: { ...context, policy } });
  expect(nameless).toEqual({ ...valuesOf(seen), RectSection: null, RectLeader: null });
  const plain = { ...context.policy, attributeNames: 'plain' as const };
  expect(valuesOf({ ...seen, context: { ...context, policy: plain } })).toEqual(valuesOf(seen));
});
