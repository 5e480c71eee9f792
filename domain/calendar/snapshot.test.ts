import fc from 'fast-check';
import { Calendar, isProvisional, isWorkingDay } from './calendar';
import { addDays, CivilDate, weekday, yearOf } from './civil';
import { CalendarOverrides, snapshotCalendar } from './snapshot';

const date = (text: string) => CivilDate.parse(text);
const dates = (...texts: string[]) => texts.map(date);
const span = (from: string, to: string) => ({ from: date(from), to: date(to) });

const anyDate = fc.integer({ min: 0, max: 9500 }).map((n) => addDays(date('2003-01-01'), n));
const anyOverrides = fc
  .uniqueArray(anyDate, { maxLength: 30 })
  .chain((days) =>
    fc
      .nat({ max: days.length })
      .map((cut) => ({ version: 'local', holidays: days.slice(0, cut), makeUpDays: days.slice(cut) })),
  );

describe('the published schedule', () => {
  test('of 2021 is held as its weekdays off and its weekend days worked', () => {
    expect(snapshotCalendar(span('2021-01-01', '2021-12-31'))).toEqual({
      version: 'chinese-days-1.5.7',
      published: [2021],
      holidays: [
        ...['2021-01-01', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16', '2021-02-17'],
        ...['2021-04-05', '2021-05-03', '2021-05-04', '2021-05-05', '2021-06-14', '2021-09-20'],
        ...['2021-09-21', '2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'],
      ],
      makeUpDays: [
        ...['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08'],
        ...['2021-09-18', '2021-09-26', '2021-10-09'],
      ],
    });
  });

  test('is known for 2004 to 2026; the years around are provisional', () => {
    const { published } = snapshotCalendar(span('2000-01-01', '2030-12-31'));
    expect(published).toEqual(Array.from({ length: 23 }, (_, n) => 2004 + n));
    const calendar = snapshotCalendar(span('2026-06-01', '2027-06-01'));
    expect(isProvisional(calendar, date('2026-12-28'))).toBe(false);
    expect(isProvisional(calendar, date('2027-01-01'))).toBe(true);
  });

  test('is provisional before a New Year whose schedule is not known, and settled once it is', () => {
    const before = dates('2026-12-29', '2026-12-30', '2026-12-31');
    const lastDays = (overrides?: CalendarOverrides) => {
      const calendar = snapshotCalendar({ ...span('2026-06-01', '2026-12-31'), overrides });
      return before.map((day) => isProvisional(calendar, day));
    };
    expect(lastDays()).toEqual([true, true, true]);
    const next = { version: 'next', published: [2027], holidays: dates('2027-01-01'), makeUpDays: [] };
    expect(lastDays(next)).toEqual([false, false, false]);
    const past = snapshotCalendar(span('2021-06-01', '2021-12-31'));
    expect(isProvisional(past, date('2021-12-31'))).toBe(false);
  });

  test('takes at most 40 dates and 600 bytes a year', () => {
    for (let year = 2004; year <= 2026; year += 1) {
      const { holidays, makeUpDays, ...rest } = snapshotCalendar(span(`${year}-01-01`, `${year}-12-31`));
      expect(holidays.length + makeUpDays.length).toBeLessThanOrEqual(40);
      expect(JSON.stringify({ ...rest, holidays, makeUpDays }).length).toBeLessThanOrEqual(600);
    }
  });
});

describe('the span', () => {
  test('is widened to whole years, so that no date of a published year is wrong for want of data', () => {
    const asked = snapshotCalendar(span('2021-04-29', '2022-01-10'));
    expect(asked).toEqual(snapshotCalendar(span('2021-01-01', '2022-12-31')));
  });

  test('leaves out all other years, and says that they are provisional', () => {
    const calendar = snapshotCalendar(span('2021-04-29', '2021-09-07'));
    expect([...calendar.holidays, ...calendar.makeUpDays].every((day) => yearOf(day) === 2021)).toBe(true);
    expect(isProvisional(calendar, date('2022-01-04'))).toBe(true);
  });

  test('cannot end before it begins', () => {
    expect(() => snapshotCalendar(span('2021-09-07', '2021-04-29'))).toThrow(RangeError);
  });
});

describe('overrides of the office', () => {
  const year = span('2021-01-01', '2021-12-31');
  const plain = snapshotCalendar(year);
  const withDays = (days: { holidays?: CivilDate[]; makeUpDays?: CivilDate[] }) =>
    snapshotCalendar({
      ...year,
      overrides: CalendarOverrides.parse({ version: 'local-2', holidays: [], makeUpDays: [], ...days }),
    });

  test('are named in the version', () => {
    expect(withDays({})).toEqual({ ...plain, version: 'chinese-days-1.5.7+local-2' });
  });

  test('turn a make-up day of the schedule into a day off', () => {
    const calendar = withDays({ holidays: dates('2021-10-09') });
    expect(isWorkingDay(plain, date('2021-10-09'))).toBe(true);
    expect(isWorkingDay(calendar, date('2021-10-09'))).toBe(false);
    expect(calendar.holidays).toEqual(plain.holidays);
  });

  test('turn a holiday of the schedule into a working day', () => {
    const calendar = withDays({ makeUpDays: dates('2021-10-07', '2021-10-02') });
    expect(isWorkingDay(calendar, date('2021-10-07'))).toBe(true);
    expect(isWorkingDay(calendar, date('2021-10-02'))).toBe(true);
    expect(isWorkingDay(calendar, date('2021-10-06'))).toBe(false);
  });

  test('close the office on a day of its own, and change no other day', () => {
    const calendar = withDays({ holidays: dates('2021-07-01') });
    expect(calendar.holidays).toEqual([...plain.holidays, '2021-07-01'].sort());
    expect(calendar.makeUpDays).toEqual(plain.makeUpDays);
  });

  test('publish a year that the library does not know yet', () => {
    const calendar = snapshotCalendar({
      ...span('2026-11-01', '2027-03-31'),
      overrides: {
        version: 'notice-2027',
        published: [2027],
        holidays: dates('2027-01-01'),
        makeUpDays: dates('2027-01-03'),
      },
    });
    expect(calendar.published).toEqual([2026, 2027]);
    expect(isProvisional(calendar, date('2027-01-01'))).toBe(false);
    expect(isWorkingDay(calendar, date('2027-01-01'))).toBe(false);
    expect(isWorkingDay(calendar, date('2027-01-03'))).toBe(true);
  });

  test('for a closure in a year without a schedule leave that year provisional', () => {
    const overrides = { version: 'flood', holidays: dates('2027-06-01'), makeUpDays: [] };
    const calendar = snapshotCalendar({ ...span('2027-01-01', '2027-12-31'), overrides });
    expect(isWorkingDay(calendar, date('2027-06-01'))).toBe(false);
    expect(isProvisional(calendar, date('2027-06-01'))).toBe(true);
  });

  test('always have the last word', () => {
    fc.assert(
      fc.property(anyOverrides, (overrides) => {
        const calendar = snapshotCalendar({ ...span('2003-01-01', '2029-12-31'), overrides });
        expect(overrides.holidays.some((day) => isWorkingDay(calendar, day))).toBe(false);
        expect(overrides.makeUpDays.every((day) => isWorkingDay(calendar, day))).toBe(true);
      }),
    );
  });

  test('leave the snapshot sorted, without a day twice, weekdays and weekend days apart', () => {
    fc.assert(
      fc.property(anyOverrides, (overrides) => {
        const calendar = snapshotCalendar({ ...span('2003-01-01', '2029-12-31'), overrides });
        expect(Calendar.parse(calendar)).toEqual(calendar);
        expect(calendar.holidays.every((day) => weekday(day) % 6 !== 0)).toBe(true);
        expect(calendar.makeUpDays.every((day) => weekday(day) % 6 === 0)).toBe(true);
        for (const days of [calendar.holidays, calendar.makeUpDays])
          expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });

  test.each([
    [
      'a day that is off and worked',
      { holidays: ['2021-07-01'], makeUpDays: ['2021-07-01'] },
      'makeUpDays.0',
    ],
    ['a date that there is not', { holidays: ['2021-07-32'], makeUpDays: [] }, 'holidays.0'],
    ['a word that means nothing here', { holidays: [], makeUpDays: [], workdays: [] }, ''],
    ['a missing list', { holidays: [] }, 'makeUpDays'],
  ])('with %s are refused, and the place is named', (_, days, place) => {
    const checked = CalendarOverrides.safeParse({ version: 'local', ...days });
    expect(checked.error?.issues.map((issue) => issue.path.join('.'))).toEqual([place]);
  });
});

test('a snapshot of one day is that of its year, and one that ends before it begins is refused with both days', () => {
  expect(snapshotCalendar(span('2021-05-01', '2021-05-01'))).toEqual(
    snapshotCalendar(span('2021-01-01', '2021-12-31')),
  );
  expect(() => snapshotCalendar(span('2021-05-02', '2021-05-01'))).toThrow('from 2021-05-02 to 2021-05-01');
});
