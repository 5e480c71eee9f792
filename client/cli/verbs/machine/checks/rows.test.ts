import { instantOf } from '../../../../../domain/calendar/zone';
import { addDays } from '../../../../../domain/calendar/civil';
import { anItem, NOW } from '../../../../../testing/item';
import { attributesOf } from '../../../../../workflows/search-attributes';
import { isDoubtful } from './rows';

const life = anItem('in-progress');
const view = life.view(NOW);
const row = { ...view.row, version: 3 };

/** As a server lists it. */
const listed = (change: Record<string, unknown> = {}) => ({
  cycle: 1,
  said: {
    ...Object.fromEntries(
      attributesOf(view).map(({ key, value }) => [key.name, JSON.parse(JSON.stringify(value)) as unknown]),
    ),
    ...change,
  },
});

test('a line leaves no doubt where the server lists its item as it says', () => {
  expect(isDoubtful(row, listed())).toBe(false);
});

test('it does where status, deadline, mark or cycle are others, or the item is not listed', () => {
  const { deadline } = row;
  const later = deadline && new Date(instantOf(addDays(deadline, 2)) - 1).toISOString();
  for (const change of [
    { RectStatus: 'returned' },
    { RectDeadline: later },
    { RectDeadline: undefined },
    { RectUndeliverable: true },
    { RectCycle: 2 },
  ])
    expect(isDoubtful(row, listed(change))).toBe(true);
  expect(isDoubtful(row, undefined)).toBe(true);
});

test('one that has not begun, or that is archived, need not be listed', () => {
  expect(isDoubtful({ ...row, version: 0 }, undefined)).toBe(false);
  const archive = { bag: 'bags/x', archiveNumber: 'x' };
  expect(isDoubtful({ ...row, status: 'archived', archive }, undefined)).toBe(false);
});
