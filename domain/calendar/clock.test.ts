import fc from 'fast-check';
import { CivilDate } from './civil';
import { Clock, domainTime, isDrill, REAL_TIME, realTime } from './clock';
import { instant, instantOf, readable } from './zone';

const REAL = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;

const drill = (rate: number): Clock => ({
  real: instant(REAL),
  domain: instantOf(CivilDate.parse('2021-04-29')),
  rate,
  drill: '2021 drill',
});

const anyRate = fc.oneof(
  fc.integer({ min: 1, max: 200_000 }),
  fc.double({ min: 1, max: 200_000, noNaN: true }),
);
/** Milliseconds since an origin, up to two years. */
const anyLapse = fc.integer({ min: 0, max: 730 * DAY });

test('in production the round has the time of the server', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
      expect(domainTime(REAL_TIME, at)).toBe(at);
      expect(realTime(REAL_TIME, instant(at))).toBe(at);
    }),
  );
  expect(isDrill(REAL_TIME)).toBe(false);
});

test('before its origin a drill stands still', () => {
  fc.assert(
    fc.property(anyRate, anyLapse, (rate, before) => {
      expect(domainTime(drill(rate), REAL - before)).toBe(drill(rate).domain);
    }),
  );
});

test('what lay before the origin is reached at the origin', () => {
  fc.assert(
    fc.property(anyRate, anyLapse, (rate, before) => {
      const clock = drill(rate);
      expect(realTime(clock, instant(clock.domain - before))).toBe(REAL);
    }),
  );
});

test('the real time of an instant is the first millisecond at which the clock has reached it', () => {
  fc.assert(
    fc.property(anyRate, anyLapse, (rate, ahead) => {
      const clock = drill(rate);
      const at = instant(clock.domain + ahead + 1);
      const real = realTime(clock, at);
      expect(domainTime(clock, real)).toBeGreaterThanOrEqual(at);
      expect(domainTime(clock, real - 1)).toBeLessThan(at);
    }),
    // At these two the quotient that the answer starts from is a millisecond late, and one early.
    {
      numRuns: 2000,
      examples: [
        [2.3, 1172],
        [2.3, 3265],
      ],
    },
  );
});

test('the clock never goes back, and shows whole milliseconds', () => {
  fc.assert(
    fc.property(anyRate, anyLapse, anyLapse, (rate, a, b) => {
      const [earlier, later] = [domainTime(drill(rate), REAL + a), domainTime(drill(rate), REAL + b)];
      expect(Number.isInteger(earlier)).toBe(true);
      expect(a > b || earlier <= later).toBe(true);
    }),
  );
});

test('a drill at 80,000 times the speed is through with the four months of 2021 in 141 seconds', () => {
  const clock = drill(80_000);
  expect(isDrill(clock)).toBe(true);
  expect(readable(domainTime(clock, REAL))).toBe('2021-04-29 00:00');
  expect(readable(domainTime(clock, REAL + 1000))).toBe('2021-04-29 22:13');
  expect(readable(domainTime(clock, REAL + 141_480))).toBe('2021-09-07 00:00');
  expect(realTime(clock, instantOf(CivilDate.parse('2021-09-07')))).toBe(REAL + 141_480);
});

test.each([0, -1, 0.5, Infinity, 1_000_001])('a clock does not run at rate %d', (rate) => {
  expect(Clock.safeParse(drill(rate)).success).toBe(false);
});
