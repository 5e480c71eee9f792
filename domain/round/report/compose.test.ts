import fc from 'fast-check';
import { ItemNumber, RoundId } from '../../../base/ids';
import { anItem } from '../../../testing/item';
import { anyRowAround } from '../../../testing/rows';
import { at, CALENDAR, date, POLICY, ROSTER } from '../../../testing/world';
import { isOpen } from '../../item/states';
import type { LedgerRow } from '../row';
import { totalsOf } from '../totals';
import { reportFigures, reportOf } from './compose';
import { LISTED, Report } from './report';

const TODAY = date('2021-07-05');
const PERIOD = { from: date('2021-06-28'), to: date('2021-07-04'), dueUntil: date('2021-07-11') };
const ROW = anItem().firstRow();
const HEAD = { round: RoundId.parse('2021-03'), policy: POLICY, roster: ROSTER };

const rowOf = (no: number, more: Partial<LedgerRow>): LedgerRow => ({
  ...ROW,
  number: ItemNumber.parse(`1.${no}`),
  deadline: date('2021-08-31'),
  status: 'in-progress',
  ...more,
});

const report = (rows: LedgerRow[], last?: Report['last']) =>
  reportOf(
    { head: HEAD, calendar: CALENDAR, rows },
    { kind: 'weekly', today: TODAY, ...PERIOD, ...(last && { last }) },
  );

const numbersIn = ({ first }: { first: readonly { number: string }[] }) => first.map(({ number }) => number);

test('the figures of a report equal the totals of the ledger, and every item is open, closed or withdrawn', () => {
  fc.assert(
    fc.property(fc.array(anyRowAround(TODAY), { maxLength: 40 }), (rows) => {
      const { items, open, inReview, overdue, closed, withdrawn, returns } = reportFigures(rows, TODAY);
      const totals = totalsOf(rows, TODAY);
      expect({ items, overdue, withdrawn }).toEqual({
        items: totals.items,
        overdue: totals.overdue,
        withdrawn: totals.byStatus.withdrawn,
      });
      expect(open + closed + withdrawn).toBe(items);
      expect(inReview).toBeLessThanOrEqual(open);
      expect(open).toBe(rows.filter(({ status }) => isOpen(status)).length);
      expect(returns).toBe(rows.reduce((sum, row) => sum + row.returns, 0));
    }),
  );
});

test('whatever a ledger has, the report is one page, and lists nothing as late and as falling due', () => {
  fc.assert(
    fc.property(fc.array(anyRowAround(TODAY), { maxLength: 60 }), (rows) => {
      const numbered = rows.map((row, index) => ({ ...row, number: ItemNumber.parse(`1.${index + 1}`) }));
      const made = report(numbered);
      expect(Report.parse(made)).toEqual(made);
      for (const list of [made.done, made.moved, made.late, made.due])
        expect(list.first).toHaveLength(Math.min(list.all, LISTED));
      expect(numbersIn(made.late).filter((one) => numbersIn(made.due).includes(one))).toEqual([]);
      expect(made.late.all).toBeGreaterThanOrEqual(made.figures.overdue);
    }),
  );
});

test('what was closed, accepted as a stage or withdrawn in the period is done, also late, and nothing else', () => {
  const { done, moved } = report([
    rowOf(1, {
      status: 'archived',
      deadline: date('2021-06-30'),
      requestedOn: date('2021-07-01'),
      acceptedOn: date('2021-07-02'),
    }),
    rowOf(2, { status: 'closed', requestedOn: date('2021-06-20'), acceptedOn: date('2021-06-27') }),
    rowOf(3, { status: 'sustained', stageAcceptedOn: date('2021-06-28') }),
    rowOf(4, { status: 'withdrawn', withdrawnOn: date('2021-07-04') }),
    rowOf(5, { status: 'acceptance', approvedOn: date('2021-07-01') }),
  ]);
  expect(done.first.map(({ number, how, on, late }) => [number, how, on, late])).toEqual([
    ['1.3', 'stage-accepted', '2021-06-28', false],
    ['1.1', 'closed', '2021-07-02', true],
    ['1.4', 'withdrawn', '2021-07-04', false],
  ]);
  expect(numbersIn(moved)).toEqual(['1.5']);
});

test('a request, an approval, a return and a new deadline move an item; the deadline of its assignment does not', () => {
  const { moved } = report([
    rowOf(1, { status: 'acceptance', requestedOn: date('2021-06-28'), approvedOn: date('2021-07-01') }),
    rowOf(2, {
      status: 'returned',
      returns: 1,
      deadline: date('2021-07-20'),
      originalDeadline: date('2021-07-10'),
      deadlineSetAt: at('2021-07-02'),
    }),
    rowOf(3, { extensions: 1, originalDeadline: date('2021-07-31'), deadlineSetAt: at('2021-07-03') }),
    rowOf(4, { assignedAt: at('2021-07-01'), deadlineSetAt: at('2021-07-01') }),
    rowOf(5, { deadlineSetAt: at('2021-07-05') }),
  ]);
  expect(moved.first.map(({ number, moves }) => [number, moves.map(({ what }) => what)])).toEqual([
    ['1.1', ['closure-requested', 'approved']],
    ['1.2', ['returned']],
    ['1.3', ['deadline-set']],
  ]);
  expect(moved.first[1]).toMatchObject({ original: '2021-07-10', deadline: '2021-07-20', returns: 1 });
});

test('what is late comes worst first, and says for whom it waits, what is asked for and what was reported last', () => {
  const { late, figures } = report([
    rowOf(1, { deadline: date('2021-07-02'), progress: '已清点\n过半' }),
    rowOf(2, {
      deadline: date('2021-05-31'),
      extension: { newDeadline: date('2021-07-31'), decider: 'head' },
      undeliverable: true,
      returns: 2,
    }),
    rowOf(3, {
      status: 'leader-review',
      requestedOn: date('2021-06-30'),
      review: { since: at('2021-06-30'), deadline: date('2021-07-02') },
    }),
    rowOf(4, {}),
  ]);
  expect(figures.overdue).toBe(2);
  expect(late.all).toBe(3);
  expect(late.first[0]).toMatchObject({
    number: '1.2',
    due: '2021-05-31',
    days: 35,
    asksUntil: '2021-07-31',
    undeliverable: true,
    returns: 2,
    waitsFor: [
      { name: '乙', task: 'rectify' },
      { name: '丁', task: 'decide-extension' },
    ],
  });
  expect(late.first[0]).not.toHaveProperty('progress');
  expect(late.first.find(({ number }) => number === '1.1')).toMatchObject({
    days: 3,
    progress: '已清点 过半',
  });
  expect(late.first.find(({ number }) => number === '1.3')).toMatchObject({
    due: '2021-07-02',
    waitsFor: [{ name: '甲', task: 'approve' }],
  });
});

test('what falls due from today until the end of the next period comes by date', () => {
  const { due } = report([
    rowOf(1, { deadline: date('2021-07-11') }),
    rowOf(2, { deadline: date('2021-07-05') }),
    rowOf(3, { deadline: date('2021-07-12') }),
    rowOf(4, {
      status: 'sustained',
      sustaining: { since: at('2021-04-07'), until: date('2022-04-07'), checkIn: date('2021-07-07') },
    }),
    rowOf(5, { status: 'closed', deadline: date('2021-07-08'), acceptedOn: date('2021-06-01') }),
  ]);
  expect(due.first.map((line) => [line.number, line.due])).toEqual([
    ['1.2', '2021-07-05'],
    ['1.4', '2021-07-07'],
    ['1.1', '2021-07-11'],
  ]);
});

test('a list of more than a page says how many more there are', () => {
  const rows = Array.from({ length: LISTED + 3 }, (_, index) =>
    rowOf(index + 1, { deadline: date('2021-06-30') }),
  );
  const { late } = report(rows);
  expect([late.all, late.first.length]).toEqual([LISTED + 3, LISTED]);
});

test('dates of a year without a schedule of holidays are marked as provisional', () => {
  const calendar = { ...CALENDAR, published: [] };
  const made = reportOf(
    { head: HEAD, calendar, rows: [rowOf(1, { deadline: date('2021-07-08') })] },
    { kind: 'weekly', today: TODAY, ...PERIOD },
  );
  expect(made.provisional).toEqual(['2021-07-08']);
  expect(report([rowOf(1, { deadline: date('2021-07-08') })]).provisional).toEqual([]);
});
