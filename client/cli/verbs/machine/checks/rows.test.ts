import { instantOf } from '../../../../../domain/calendar/zone';
import { addDays } from '../../../../../domain/calendar/civil';
import { anItem, NOW } from '../../../../../testing/item';
import { attributesOf } from '../../../../../workflows/search-attributes';
import { isDoubtful, lookInto } from './rows';

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

describe('lines that leave a doubt', () => {
  const lines = Array.from({ length: 450 }, (_, no) => ({ row, cycle: no }));
  const never = () => false;

  test('are all looked into, ten at once', async () => {
    let [asking, most] = [0, 0];
    const { differ, unseen } = await lookInto(
      lines,
      async (line) => {
        asking += 1;
        most = Math.max(most, asking);
        await Promise.resolve();
        asking -= 1;
        return { ...line, found: 'differs', fields: [], view };
      },
      never,
    );
    expect({ differ: differ.length, unseen, most }).toEqual({ differ: 450, unseen: 0, most: 10 });
  });

  test('are said not to have been seen where nobody answered, or there was no time left', async () => {
    let asked = 0;
    const { differ, unseen } = await lookInto(
      lines,
      (line) => Promise.resolve({ ...line, found: (asked += 1) % 2 === 0 ? 'silent' : 'agrees' }),
      () => asked >= 100,
    );
    expect({ differ, unseen, asked }).toEqual({ differ: [], unseen: 50 + 350, asked: 100 });
  });
});
