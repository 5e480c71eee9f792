import fc from 'fast-check';
import {
  addWorkingDays,
  isProvisional,
  schedulesMissing,
  isWorkingDay,
  onOrAfter,
  onOrBefore,
  workingDaysAfter,
} from './calendar';
import { addDays, CivilDate, daysBetween } from './civil';
import { snapshotCalendar } from './snapshot';

const date = (text: string) => CivilDate.parse(text);
const calendar = snapshotCalendar({ from: date('2018-01-01'), to: date('2028-12-31') });

const anyDate = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(date('2018-07-01'), n));
const anyWorkingDay = anyDate.filter((day) => isWorkingDay(calendar, day));
const anyCount = fc.integer({ min: 1, max: 60 });
const anySigned = fc.integer({ min: -60, max: 60 });

/** Working days of a half-open span: `from` is not counted, `to` is. */
const countBetween = (from: CivilDate, to: CivilDate) =>
  Array.from({ length: daysBetween(from, to) }, (_, n) => addDays(from, n + 1)).filter((day) =>
    isWorkingDay(calendar, day),
  ).length;

describe('around National Day', () => {
  test('of 2021, make-up Sunday 09-26 and make-up Saturday 10-09 frame seven days off', () => {
    const days: [CivilDate, boolean][] = Array.from({ length: 17 }, (_, n) => {
      const day = addDays(date('2021-09-25'), n);
      return [day, isWorkingDay(calendar, day)];
    });
    const worked = days.filter(([, works]) => works).map(([day]) => day.slice(5));
    expect(worked).toEqual(['09-26', '09-27', '09-28', '09-29', '09-30', '10-08', '10-09', '10-11']);
  });

  test('of 2025, eight days with Mid-Autumn are off, and 09-28 and 10-11 are worked for them', () => {
    const off = Array.from({ length: 15 }, (_, n) => addDays(date('2025-09-28'), n)).filter(
      (day) => !isWorkingDay(calendar, day),
    );
    const holiday = ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-08'];
    expect(off.map((day) => day.slice(5))).toEqual([...holiday, '10-12']);
  });

  test('are counted after a day as they were added to it', () => {
    fc.assert(
      fc.property(anyDate, anyCount, (day, n) => {
        expect(workingDaysAfter(calendar, day, addWorkingDays(calendar, day, n))).toBe(n);
        expect(workingDaysAfter(calendar, day, addDays(day, -n))).toBe(0);
      }),
    );
  });

  test('a make-up Saturday counts as one of the working days', () => {
    expect(addWorkingDays(calendar, date('2021-09-30'), 2)).toBe('2021-10-09');
    expect(addWorkingDays(calendar, date('2021-09-30'), 3)).toBe('2021-10-11');
    expect(addWorkingDays(calendar, date('2025-10-13'), -1)).toBe('2025-10-11');
  });

  test('a day of the holiday moves to the days that frame it', () => {
    expect(onOrAfter(calendar, date('2025-10-04'))).toBe('2025-10-09');
    expect(onOrBefore(calendar, date('2025-10-04'))).toBe('2025-09-30');
    expect(onOrBefore(calendar, date('2025-09-28'))).toBe('2025-09-28');
  });
});

describe('a year without a published schedule', () => {
  test('is provisional, and so are the days before it that its New Year may take; the rest of the year is not', () => {
    expect(isProvisional(calendar, date('2026-12-28'))).toBe(false);
    expect(isProvisional(calendar, date('2026-12-31'))).toBe(true);
    expect(isProvisional(calendar, date('2027-01-01'))).toBe(true);
  });

  test('is what dates of it wait for, and the last days of the year before', () => {
    expect(schedulesMissing(calendar, [date('2026-12-28'), date('2026-12-31')])).toEqual([2027]);
    expect(schedulesMissing(calendar, [date('2027-12-31'), date('2026-12-30')])).toEqual([2027]);
  });

  test('knows weekends only, so that its National Day is worked until better is known', () => {
    expect(isWorkingDay(calendar, date('2027-10-01'))).toBe(true);
    expect(isWorkingDay(calendar, date('2027-10-02'))).toBe(false);
  });

  test('is entered by counting over the end of the year, and the result says that it is provisional', () => {
    const reached = addWorkingDays(calendar, date('2026-12-30'), 3);
    expect(reached).toBe('2027-01-04');
    expect(isProvisional(calendar, reached)).toBe(true);
    expect(addWorkingDays(calendar, reached, -3)).toBe('2026-12-30');
  });

  test('gives another date once its schedule is known', () => {
    const known = snapshotCalendar({
      from: date('2026-01-01'),
      to: date('2027-12-31'),
      overrides: { version: '2027', published: [2027], holidays: [date('2027-01-01')], makeUpDays: [] },
    });
    expect(addWorkingDays(known, date('2026-12-30'), 3)).toBe('2027-01-05');
    expect(isProvisional(known, date('2027-01-05'))).toBe(false);
  });
});

describe('counting working days', () => {
  test('always ends on a working day', () => {
    fc.assert(
      fc.property(anyDate, anySigned, (day, n) => {
        fc.pre(n !== 0);
        expect(isWorkingDay(calendar, addWorkingDays(calendar, day, n))).toBe(true);
      }),
    );
  });

  test('no days away is the day itself, worked or not', () => {
    fc.assert(fc.property(anyDate, (day) => addWorkingDays(calendar, day, 0) === day));
  });

  test('comes back from a working day to where it began', () => {
    fc.assert(
      fc.property(anyWorkingDay, anySigned, (day, n) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, n), -n)).toBe(day);
      }),
    );
  });

  test('passes exactly as many working days as were asked for', () => {
    fc.assert(
      fc.property(anyDate, anyCount, (day, n) => {
        expect(countBetween(day, addWorkingDays(calendar, day, n))).toBe(n);
      }),
    );
  });

  test('can be done in parts', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyCount, (day, n, m) => {
        const inParts = addWorkingDays(calendar, addWorkingDays(calendar, day, n), m);
        expect(inParts).toBe(addWorkingDays(calendar, day, n + m));
      }),
    );
  });

  test('from a later day, or further, never ends earlier', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anySigned, (day, later, n) => {
        const end = addWorkingDays(calendar, day, n);
        expect(addWorkingDays(calendar, addDays(day, later), n) >= end).toBe(true);
        expect(addWorkingDays(calendar, day, n + 1) > end).toBe(true);
      }),
    );
  });
});

describe('the nearest working day', () => {
  test('of a working day is itself, either way', () => {
    fc.assert(
      fc.property(anyWorkingDay, (day) => {
        expect(onOrAfter(calendar, day)).toBe(day);
        expect(onOrBefore(calendar, day)).toBe(day);
      }),
    );
  });

  test('of any day is worked, on the right side, with nothing worked between', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const [before, after] = [onOrBefore(calendar, day), onOrAfter(calendar, day)];
        expect([before, after].every((near) => isWorkingDay(calendar, near))).toBe(true);
        expect(before <= day && day <= after).toBe(true);
        expect(countBetween(before, after)).toBe(before === after ? 0 : 1);
      }),
    );
  });
});

test('the years whose schedules are missing are told once each, in order, and none where all are there', () => {
  const { unsettled: _, ...old } = calendar;
  const some = ['2028-03-01', '2026-12-30', '2027-05-01', '2028-01-01', '2021-05-01'].map(date);
  expect(schedulesMissing(calendar, some)).toEqual([2027, 2028]);
  // Older calendars name no days that the next year may change.
  expect(schedulesMissing(old, [date('2026-12-30'), date('2021-05-01')])).toEqual([]);
});
