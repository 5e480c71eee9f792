import fc from 'fast-check';
import { DEFAULT_POLICY, Policy } from '../round/policy';
import { isWorkingDay } from './calendar';
import { addDays, CivilDate } from './civil';
import { snapshotCalendar } from './snapshot';
import { nextMailInstant, opening } from './working-hours';
import { civilOf, instant, instantOf, readable, timeOf, TimeOfDay } from './zone';

const date = (text: string) => CivilDate.parse(text);
const calendar = snapshotCalendar({ from: date('2021-01-01'), to: date('2022-12-31') });
const { mail } = DEFAULT_POLICY;

const SECOND = 1000;
const at = (day: string, time: string, ms = 0) => instant(instantOf(date(day), TimeOfDay.parse(time)) + ms);

const anyDate = fc.integer({ min: 0, max: 700 }).map((n) => addDays(date('2021-01-01'), n));
const anyInstant = fc
  .integer({ min: 0, max: 700 * 86_400 * SECOND })
  .map((n) => instant(instantOf(date('2021-01-01')) + n));
const anyMail = fc
  .record({
    opens: fc.constantFrom('07:00', '08:30', '09:15'),
    closes: fc.constantFrom('12:00', '17:30', '23:59'),
    gatherSeconds: fc.oneof(fc.constantFrom(1, 7, 10, 60, 3600), fc.integer({ min: 1, max: 3600 })),
  })
  .map((hours) => Policy.shape.mail.parse(hours));

describe('the opening', () => {
  test('is on the day itself when it is worked, a make-up Saturday included', () => {
    expect(readable(opening(calendar, mail, date('2021-10-08')))).toBe('2021-10-08 08:30');
    expect(readable(opening(calendar, mail, date('2021-10-09')))).toBe('2021-10-09 08:30');
  });

  test('of a day off is that of the first working day after it', () => {
    expect(readable(opening(calendar, mail, date('2021-10-01')))).toBe('2021-10-08 08:30');
    expect(readable(opening(calendar, mail, date('2021-10-10')))).toBe('2021-10-11 08:30');
  });

  test('follows the hours of the policy', () => {
    fc.assert(
      fc.property(anyMail, anyDate, (hours, day) => {
        const opens = opening(calendar, hours, day);
        expect(timeOf(opens)).toBe(hours.opens);
        expect(isWorkingDay(calendar, civilOf(opens))).toBe(true);
        expect(civilOf(opens) >= day).toBe(true);
      }),
    );
  });
});

describe('an urgent mail', () => {
  test('asked for in working hours goes out at the next gathering, at least half of one ahead', () => {
    expect(nextMailInstant(calendar, mail, at('2021-05-06', '10:00'))).toBe(
      at('2021-05-06', '10:00', 10 * SECOND),
    );
    expect(nextMailInstant(calendar, mail, at('2021-05-06', '10:00', 5 * SECOND))).toBe(
      at('2021-05-06', '10:00', 10 * SECOND),
    );
    expect(nextMailInstant(calendar, mail, at('2021-05-06', '10:00', 5 * SECOND + 1))).toBe(
      at('2021-05-06', '10:00', 20 * SECOND),
    );
  });

  test('asked for before hours waits for the opening of that day', () => {
    expect(readable(nextMailInstant(calendar, mail, at('2021-10-09', '03:00')))).toBe('2021-10-09 08:30');
  });

  test('asked for in the moment of the opening is gathered: those of the opening are under way', () => {
    const opens = at('2021-05-06', '08:30');
    expect(nextMailInstant(calendar, mail, opens)).toBe(instant(opens + 10 * SECOND));
  });

  test('asked for after hours waits for the opening of the next working day', () => {
    expect(readable(nextMailInstant(calendar, mail, at('2021-09-30', '17:31')))).toBe('2021-10-08 08:30');
  });

  test('asked for on a day off waits for the opening of the next working day', () => {
    expect(readable(nextMailInstant(calendar, mail, at('2021-10-03', '10:00')))).toBe('2021-10-08 08:30');
    expect(readable(nextMailInstant(calendar, mail, at('2021-10-10', '23:59')))).toBe('2021-10-11 08:30');
  });

  test('still goes out at closing time, but not a gathering later', () => {
    const closes = at('2021-05-06', '17:30');
    expect(nextMailInstant(calendar, mail, instant(closes - 5 * SECOND))).toBe(closes);
    expect(readable(nextMailInstant(calendar, mail, instant(closes - 5 * SECOND + 1)))).toBe(
      '2021-05-07 08:30',
    );
  });

  test('shares its instant with all that is asked for in the same moment', () => {
    const asked = Array.from({ length: 28 }, (_, n) => at('2021-05-06', '10:00', n * 150));
    expect(new Set(asked.map((each) => nextMailInstant(calendar, mail, each))).size).toBe(1);
  });

  test('never goes out before it was asked for, nor outside working hours', () => {
    fc.assert(
      fc.property(anyMail, anyInstant, (hours, asked) => {
        const slot = nextMailInstant(calendar, hours, asked);
        const day = civilOf(slot);
        expect(slot).toBeGreaterThanOrEqual(asked);
        expect(isWorkingDay(calendar, day)).toBe(true);
        expect(slot).toBeGreaterThanOrEqual(instantOf(day, hours.opens));
        expect(slot).toBeLessThanOrEqual(instantOf(day, hours.closes));
      }),
      { numRuns: 1000 },
    );
  });

  test('waits no longer than a gathering and a half, unless for an opening', () => {
    fc.assert(
      fc.property(anyMail, anyInstant, (hours, asked) => {
        const slot = nextMailInstant(calendar, hours, asked);
        const gather = hours.gatherSeconds * SECOND;
        const isOpening = slot === opening(calendar, hours, civilOf(slot));
        expect(isOpening || slot % gather === 0).toBe(true);
        expect(isOpening || slot - asked >= gather / 2).toBe(true);
        expect(isOpening || slot - asked < gather * 1.5).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('asked for later never goes out earlier', () => {
    const anyLapse = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 10 ** 9 }));
    fc.assert(
      fc.property(anyMail, anyInstant, anyLapse, (hours, asked, lapse) => {
        const later = nextMailInstant(calendar, hours, instant(asked + lapse));
        expect(later).toBeGreaterThanOrEqual(nextMailInstant(calendar, hours, asked));
      }),
      { numRuns: 1000 },
    );
  });
});
