import fc from 'fast-check';
import { RUNGS } from '../../domain/ladder/rung';
import { PRIORITIES, type Priority } from '../../domain/plan/about';
import { boardOf } from './board';
import { doneIn, openIn } from './figures';
import { anyRound } from '../../testing/board';
import type { GroupLine } from './groups';

const holds = (promise: (given: ReturnType<typeof boardOf>) => void) => {
  fc.assert(
    fc.property(anyRound, ({ dossier }) => {
      promise(boardOf(dossier));
    }),
    { numRuns: 25 },
  );
};

const sum = (lines: readonly GroupLine[], of: Exclude<keyof GroupLine, 'name' | 'worst'>): number =>
  lines.reduce((all, line) => all + line[of], 0);

test('the sections, and the leaders, add up to the totals of the round', () => {
  holds(({ sections, leaders, totals }) => {
    for (const lines of [sections, leaders]) {
      expect(sum(lines, 'items')).toBe(totals.items);
      expect(sum(lines, 'done')).toBe(doneIn(totals));
      expect(sum(lines, 'withdrawn')).toBe(totals.byStatus.withdrawn);
      expect(sum(lines, 'open')).toBe(openIn(totals));
      expect(sum(lines, 'overdue')).toBe(totals.overdue);
      expect(sum(lines, 'returned')).toBe(totals.returned);
    }
  });
});

test('the priorities stand from the highest down, with what has none at last, and add up, too', () => {
  fc.assert(
    fc.property(
      anyRound,
      fc.infiniteStream(fc.constantFrom(...PRIORITIES, undefined)),
      ({ dossier }, given) => {
        const items = dossier.items.map((item) => {
          const priority = given.next().value as Priority | undefined;
          return { ...item, row: { ...item.row, ...(priority && { priority }) } };
        });
        const { priorities, totals } = boardOf({ ...dossier, items });
        const some = items.some(({ row }) => row.priority !== undefined);
        expect(sum(priorities, 'items')).toBe(some ? totals.items : 0);
        const places = priorities.map(({ priority }) => (priority ? PRIORITIES.indexOf(priority) : Infinity));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      },
    ),
    { numRuns: 25 },
  );
});

test('every item is on the board once, and those that are overdue are as many as the totals say', () => {
  holds(({ items, totals }) => {
    expect(new Set(items.map(({ number }) => number)).size).toBe(totals.items);
    expect(items.length).toBe(totals.items);
    expect(items.filter(({ standing }) => standing === 'overdue').length).toBe(totals.overdue);
    expect(items.filter(({ standing }) => standing === 'ended').length).toBe(
      doneIn(totals) + totals.byStatus.withdrawn,
    );
  });
});

test('the worse comes first: by severity, then by the date that counts, and what has ended comes last', () => {
  holds(({ items }) => {
    const keys = items.map(({ standing, level, due }) => [
      level === undefined ? RUNGS.length : RUNGS.length - 1 - RUNGS.indexOf(level),
      due ? Number(due.date.replaceAll('-', '')) : Infinity,
      standing === 'ended' ? 1 : 0,
    ]);
    for (const [index, key] of keys.entries()) {
      const before = keys[index - 1] ?? key;
      const at = key.findIndex((part, place) => part !== before[place]);
      if (at >= 0) expect((before[at] ?? 0) < (key[at] ?? 0)).toBe(true);
    }
  });
});

test('an item that has ended waits for nobody, is at no level and has nothing to come', () => {
  holds(({ items }) => {
    for (const { standing, awaited, level, due, ladder } of items)
      if (standing === 'ended')
        expect({ awaited, level, due, toCome: ladder.marks.filter(({ told }) => !told) }).toEqual({
          toCome: [],
        });
  });
});
