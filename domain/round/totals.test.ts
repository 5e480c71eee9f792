import fc from 'fast-check';
import { itemId, ItemNumber, RoundId } from '../../base/ids';
import { STATUSES } from '../item/states';
import { anItem, give } from '../../testing/item';
import { anyRowAround } from '../../testing/rows';
import { aBirth, at, date, planned } from '../../testing/world';
import { PUBLISHED } from './published';
import { isClosedLate, isOverdue, type LedgerRow, publishedStatus } from './row';
import { totalsOf } from './totals';

const TODAY = date('2021-07-15');
const ROW = anItem().firstRow();
const anyRow = anyRowAround(TODAY);

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
const late = (row: LedgerRow) => isOverdue(row, TODAY) || isClosedLate(row);

describe('the totals of a round', () => {
  test('equal its rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const totals = totalsOf(rows, TODAY);
        const count = (test: (row: LedgerRow) => boolean) => rows.filter(test).length;
        expect(totals.items).toBe(rows.length);
        expect(sum(totals.byStatus)).toBe(rows.length);
        expect(sum(totals.byPublished)).toBe(rows.length);
        for (const status of STATUSES)
          expect(totals.byStatus[status]).toBe(count((row) => row.status === status));
        for (const published of PUBLISHED)
          expect(totals.byPublished[published]).toBe(
            count((row) => publishedStatus(row, TODAY) === published),
          );
        expect(totals.overdue).toBe(count((row) => isOverdue(row, TODAY)));
        expect(totals.overdue).toBe(totals.byPublished['not-completed']);
        expect(totals.closedLate).toBe(count(isClosedLate));
        expect(totals.lateAgainstOriginal).toBe(
          count(({ originalDeadline: deadline, ...row }) => {
            const isLateStage =
              row.status === 'sustained' && deadline !== undefined && (row.requestedOn ?? '') > deadline;
            return isLateStage || late({ ...row, deadline });
          }),
        );
        expect(totals.withoutDeadline).toBe(count((row) => row.deadline === undefined));
        expect(totals.returned).toBe(count((row) => row.returns > 0));
        expect(totals.undeliverable).toBe(count((row) => row.undeliverable));
      }),
    );
  });

  test('of two halves add up to those of the whole', () => {
    const rows = fc.array(anyRow, { maxLength: 20 });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const { byStatus, byPublished, resultTotals, ...whole } = totalsOf([...one, ...other], TODAY);
        expect(resultTotals).toBeUndefined();
        const [a, b] = [totalsOf(one, TODAY), totalsOf(other, TODAY)];
        const keys = Object.keys(whole) as (keyof typeof whole)[];
        for (const key of keys) expect(whole[key]).toBe(a[key] + b[key]);
        for (const status of STATUSES) expect(byStatus[status]).toBe(a.byStatus[status] + b.byStatus[status]);
        for (const key of PUBLISHED) expect(byPublished[key]).toBe(a.byPublished[key] + b.byPublished[key]);
      }),
    );
  });

  test('of no items are all zero', () => {
    const { byStatus, byPublished, resultTotals, ...rest } = totalsOf([], TODAY);
    expect(resultTotals).toBeUndefined();
    expect(sum({ ...byStatus, ...byPublished, ...rest })).toBe(0);
  });

  test.each([
    [['overdue'], 0],
    [['review-escalated'], 0],
    [['urging-letter'], 1],
    [['overdue', 'talk'], 1],
    [['accountability'], 1],
  ] as const)('count an item that has climbed %j as escalated %d times', (climbed, times) => {
    expect(totalsOf([{ ...ROW, climbed: [...climbed] }], TODAY).escalated).toBe(times);
  });
});

describe('an item whose deadline was moved by a return', () => {
  const life = anItem('leader-review');
  give(life, 'return', at('2021-06-28'), { newDeadline: '2021-07-20' });

  test('is late against its first deadline while it is not overdue by its new one', () => {
    const before = totalsOf([life.firstRow()], date('2021-06-30'));
    expect([before.overdue, before.lateAgainstOriginal]).toEqual([0, 0]);
    const between = totalsOf([life.firstRow()], TODAY);
    expect([between.overdue, between.lateAgainstOriginal]).toEqual([0, 1]);
    expect(between.byPublished.ongoing).toBe(1);
  });

  test('and stays late against it when it is closed in time by the new one', () => {
    give(life, 'request-closure', at('2021-07-16'));
    give(life, 'approve', at('2021-07-19'));
    give(life, 'accept', at('2021-07-26'));
    const totals = totalsOf([life.firstRow()], date('2021-07-26'));
    expect([totals.closedLate, totals.lateAgainstOriginal]).toEqual([0, 1]);
  });
});

test('a sustained item whose stage came after its first deadline is late against it, before and after its end', () => {
  const context = { planned: planned({ kind: 'sustained', deadline: date('2021-05-20') }) };
  const life = anItem('leader-review', aBirth(context));
  give(life, 'return', at('2021-05-19'), { newDeadline: '2021-06-30' });
  give(life, 'request-closure', at('2021-06-01'));
  give(life, 'approve', at('2021-06-02'));
  give(life, 'accept-stage', at('2021-06-03'), { until: '2021-07-01' });
  expect(totalsOf([life.firstRow()], date('2021-06-04')).lateAgainstOriginal).toBe(1);
  life.passTime(at('2021-07-02'));
  give(life, 'accept', at('2021-07-05'));
  expect(totalsOf([life.firstRow()], date('2021-07-06')).lateAgainstOriginal).toBe(1);
});

test('an item that never had a deadline is late against none, also when a return has set one', () => {
  const number = ItemNumber.parse('2.1');
  const life = anItem('leader-review', aBirth({ planned: planned({ deadline: null, number }) }));
  expect(life.state.item).toBe(itemId(RoundId.parse('2021-03'), number));
  give(life, 'return', at('2021-06-28'), { newDeadline: '2021-07-01' });
  const totals = totalsOf([life.firstRow()], TODAY);
  expect([totals.overdue, totals.lateAgainstOriginal, totals.withoutDeadline]).toEqual([1, 0, 0]);
});
