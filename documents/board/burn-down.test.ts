import fc from 'fast-check';
import { daysBetween } from '../../domain/calendar/civil';
import { isOpen } from '../../domain/item/states';
import type { LedgerRow } from '../../domain/round/row';
import { anItem } from '../../testing/item';
import { at, date } from '../../testing/world';
import { type BurnDown, burnDownOf } from './burn-down';
import { anyRound, dossierItem } from '../../testing/board';

const DUE = { deadline: date('2021-05-10'), originalDeadline: date('2021-05-08') };
const row = (more: Partial<LedgerRow>): LedgerRow => ({
  ...dossierItem(anItem('in-progress')).row,
  assignedAt: at('2021-05-06'),
  ...DUE,
  ...more,
});

test('an item leaves each series at the end of the day that is its own', () => {
  const closed = row({
    status: 'closed',
    requestedOn: date('2021-05-07'),
    acceptedOn: date('2021-05-09'),
  });
  expect(burnDownOf([closed, row({})], date('2021-05-09'))).toEqual({
    from: '2021-05-06',
    until: '2021-05-09',
    to: '2021-05-10',
    items: 2,
    open: [2, 2, 2, 2, 1],
    working: [2, 2, 1, 1, 1],
    due: [2, 2, 2, 2, 2, 0],
    originallyDue: [2, 2, 2, 0, 0, 0],
  });
});

test('an item without a deadline stays among those that the deadlines leave', () => {
  const { deadline, originalDeadline, ...bare } = row({});
  const { due, originallyDue } = burnDownOf([bare], date('2021-05-20'));
  expect([due.at(-1), originallyDue.at(-1)]).toEqual([1, 1]);
});

test('a round that is over ends with its last item, however much later it is looked at', () => {
  const ended = row({ status: 'archived', requestedOn: date('2021-05-07'), acceptedOn: date('2021-05-12') });
  expect(burnDownOf([ended], date('2026-01-01'))).toMatchObject({ until: '2021-05-12', to: '2021-05-12' });
});

test('a deadline of another age does not stretch the axis for ever', () => {
  const far = row({ deadline: date('2199-12-31'), originalDeadline: date('2199-12-31') });
  const { to, due } = burnDownOf([far], date('2021-05-20'));
  expect([to, due.at(-1)]).toEqual(['2022-05-21', 1]);
});

const series = ({ open, working, due, originallyDue }: BurnDown): number[][] => [
  open,
  working,
  due,
  originallyDue,
];

test('every series starts with all items, never rises and is never negative', () => {
  fc.assert(
    fc.property(anyRound, ({ dossier: { items, today } }) => {
      const burnDown = burnDownOf(
        items.map((item) => item.row),
        today,
      );
      for (const one of series(burnDown)) {
        expect(one[0]).toBe(items.length);
        expect(one.every((left, day) => left >= 0 && left <= (one[day - 1] ?? left))).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

test('what is open ends with the open items of the totals, and is nowhere less than what is worked at', () => {
  fc.assert(
    fc.property(anyRound, ({ dossier: { items, today, totals } }) => {
      const rows = items.map((item) => item.row);
      const { open, working, from, until } = burnDownOf(rows, today);
      const { closed, archived, withdrawn } = totals.byStatus;
      expect(open.at(-1)).toBe(totals.items - closed - archived - withdrawn);
      expect(open.at(-1)).toBe(rows.filter(({ status }) => isOpen(status)).length);
      expect(open.length).toBe(daysBetween(from, until) + 2);
      expect(open.every((left, day) => left >= (working[day] ?? 0))).toBe(true);
    }),
    { numRuns: 25 },
  );
});
