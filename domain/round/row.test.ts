import { type Status, STATUSES } from '../item/states';
import { anItem, doTheWork, give, NOW } from '../../testing/item';
import { ABOUT, aBirth, aContext, at, CALENDAR, date, PEOPLE, planned, STRANGER } from '../../testing/world';
import { DEFAULT_POLICY } from './policy';
import { isClosedLate, isOverdue, LedgerRow, publishedStatus, rowOf, sideIn, warningLevel } from './row';
import { awaitedOf, awaiting } from '../item/waiting';

const rowIn = (status: Status, kind = status === 'sustained' ? status : planned().kind): LedgerRow =>
  anItem(status, aBirth({ planned: planned({ kind }) })).firstRow();

describe('a line of the ledger', () => {
  test.each(STATUSES)('of an item that is %s is of the agreed form', (status) => {
    const row = rowIn(status);
    expect(LedgerRow.parse(row)).toEqual(row);
    expect(row.status).toBe(status);
  });

  test('says how far the measures are, who has the item, and when closure was asked for and decided', () => {
    expect(rowIn('closed')).toMatchObject({
      number: '1.2',
      people: { handler: PEOPLE.handler, leader: PEOPLE.leader, acceptor: PEOPLE.acceptor },
      measures: { complete: 2, all: 2 },
      evidence: 2,
      requestedOn: '2021-05-10',
      approvedOn: '2021-05-10',
      acceptedOn: '2021-05-10',
    });
    expect(rowIn('in-progress').measures).toEqual({ complete: 0, all: 2 });
  });

  test('keeps the first deadline beside the current one, and counts returns', () => {
    expect(rowIn('returned')).toMatchObject({
      originalDeadline: '2021-06-30',
      deadline: '2021-06-09',
      returns: 1,
      reviewRound: 2,
    });
    expect(rowIn('returned')).not.toHaveProperty('approvedOn');
  });

  test('carries the beginning of a long progress, in whole characters', () => {
    const life = anItem('in-progress');
    give(life, 'report-progress', NOW, { text: '𠮷'.repeat(500) });
    expect(life.firstRow().progress).toBe('𠮷'.repeat(200));
  });

  test('lists the rungs climbed from the mildest up, and the archive once it is there', () => {
    const life = anItem('in-progress');
    life.passTime(at('2021-07-14', '00:00'));
    expect(life.firstRow().climbed).toEqual(['overdue', 'urging-letter', 'talk']);
    expect(rowIn('archived').archive?.archiveNumber).toBe('Z109-WS·2021-D30-JGDW-0002');
  });

  test('has of what the item is about what is asked for in a list, and nothing where the plan does not say it', () => {
    const row = anItem('assigned', aBirth({ planned: planned(ABOUT) })).firstRow();
    expect(row).toMatchObject({ priority: 'high', tags: ['固定资产', '台账'] });
    expect(LedgerRow.parse(row)).toEqual(row);
    for (const field of ['cause', 'goal', 'source']) expect(row).not.toHaveProperty(field);
    for (const field of ['priority', 'tags']) expect(rowIn('assigned')).not.toHaveProperty(field);
  });

  test('has the version that it was asked for', () => {
    expect(rowOf(anItem().state, aContext(), 7).version).toBe(7);
  });
});

describe('overdue', () => {
  test('begins on the day after the deadline, be it worked or not', () => {
    const row = rowIn('in-progress');
    expect([date('2021-06-30'), date('2021-07-01')].map((today) => isOverdue(row, today))).toEqual([
      false,
      true,
    ]);
  });

  test('never comes to an item without a deadline', () => {
    const row = anItem('in-progress', aBirth({ planned: planned({ deadline: null }) })).firstRow();
    expect(isOverdue(row, date('2199-12-31'))).toBe(false);
    expect(publishedStatus(row, date('2199-12-31'))).toBe('ongoing');
  });

  test('does not come over an item that waits for its reviewer, but comes back with a return', () => {
    const life = anItem('leader-review');
    expect(isOverdue(life.firstRow(), date('2021-12-31'))).toBe(false);
    give(life, 'return', at('2021-08-02'), { newDeadline: '2021-08-10' });
    expect(isOverdue(life.firstRow(), date('2021-08-10'))).toBe(false);
    expect(isOverdue(life.firstRow(), date('2021-08-11'))).toBe(true);
  });

  test('stays on an item whose closure was asked for too late', () => {
    const life = anItem('in-progress');
    doTheWork(life, at('2021-07-01'));
    give(life, 'request-closure', at('2021-07-01'));
    expect(isOverdue(life.firstRow(), date('2021-07-05'))).toBe(true);
    give(life, 'approve', at('2021-07-05'));
    give(life, 'accept', at('2021-07-05'));
    expect(isOverdue(life.firstRow(), date('2021-07-05'))).toBe(false);
    expect(isClosedLate(life.firstRow())).toBe(true);
  });
});

test('an item is closed late by the day of its request, not by the days that its reviewers took', () => {
  const life = anItem('leader-review');
  give(life, 'approve', at('2021-07-20'));
  give(life, 'accept', at('2021-07-30'));
  expect(life.firstRow()).toMatchObject({ requestedOn: '2021-05-10', acceptedOn: '2021-07-30' });
  expect(isClosedLate(life.firstRow())).toBe(false);
});

describe('what is published of an item', () => {
  const before = date('2021-05-20');
  const after = date('2021-12-31');
  test.each([
    ['assigned', 'ongoing', 'not-completed'],
    ['in-progress', 'ongoing', 'not-completed'],
    ['returned', 'ongoing', 'not-completed'],
    ['leader-review', 'ongoing', 'ongoing'],
    ['acceptance', 'ongoing', 'ongoing'],
    ['closed', 'completed', 'completed'],
    ['archived', 'completed', 'completed'],
  ] as const)('that is %s is %s before its deadline and %s after it', (status, early, late) => {
    expect([before, after].map((today) => publishedStatus(rowIn(status), today))).toEqual([early, late]);
  });

  test.each(['closed', 'archived'] as const)(
    'that is sustained and %s is completed and kept up',
    (status) => {
      expect(publishedStatus(rowIn(status, 'sustained'), before)).toBe('completed-sustained');
    },
  );
});

describe('the warning level', () => {
  const levelOn = (row: LedgerRow, day: string) => warningLevel(row, DEFAULT_POLICY, CALENDAR, date(day));
  test.each([
    ['2021-06-09', undefined],
    ['2021-06-10', 'reminder'],
    ['2021-06-18', 'warning'],
    ['2021-06-25', 'imminent'],
    ['2021-07-01', 'overdue'],
    ['2021-07-07', 'urging-letter'],
    ['2021-07-14', 'talk'],
    ['2021-07-28', 'accountability'],
  ])('on %s is %s', (day, level) => {
    expect(levelOn(rowIn('in-progress'), day)).toBe(level);
  });

  test('is overdue from the day after the deadline, also on a day off and when it was past at the import', () => {
    const friday = { ...rowIn('in-progress'), deadline: date('2021-07-02') };
    expect(levelOn(friday, '2021-07-02')).toBe('imminent');
    expect(levelOn(friday, '2021-07-03')).toBe('overdue');
    const late = { ...rowIn('assigned'), deadline: date('2021-04-30') };
    expect(levelOn(late, '2021-05-06')).toBe('overdue');
  });

  test('of an item in review is that of the review', () => {
    expect(levelOn(rowIn('leader-review'), '2021-07-14')).toBe('review-escalated');
    expect(levelOn(rowIn('closed'), '2021-12-31')).toBeUndefined();
  });
});

test.each([
  ['assigned', 'handler'],
  ['in-progress', 'handler'],
  ['returned', 'handler'],
  ['leader-review', 'leader'],
  ['acceptance', 'acceptor'],
  ['closed', undefined],
  ['archived', undefined],
] as const)('an item that is %s waits for the %s', (status, side) => {
  const row = rowIn(status);
  expect(awaiting(row)).toBe(side);
  expect(awaitedOf(row)).toBe(side && PEOPLE[side]);
});

test('a person’s side in an item is the one they hold, if any', () => {
  const row = rowIn('assigned');
  expect(sideIn(row, PEOPLE.acceptor)).toBe('acceptor');
  expect(sideIn(row, STRANGER)).toBeUndefined();
});
