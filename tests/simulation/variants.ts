import type { Calendar } from '../../domain/calendar/calendar';
import { addDays, CivilDate, weekday, yearOf } from '../../domain/calendar/civil';
import { snapshotCalendar } from '../../domain/calendar/snapshot';
import { DEFAULT_LADDER, type Rung } from '../../domain/ladder/rung';
import { Policy } from '../../domain/round/policy';

/** Policies and calendars told apart by a number. */

const isWeekend = (day: CivilDate): boolean => weekday(day) % 6 === 0;

/** Days that the office has closed, and weekends that it works, from about a date on: `n` chooses which. */
const ownDays = (around: CivilDate, n: number) => {
  const days = Array.from({ length: n % 7 }, (_, index) =>
    addDays(around, ((n * 13 + index * 17) % 120) + index),
  );
  return {
    holidays: days.filter((day) => !isWeekend(day)),
    makeUpDays: days.filter(isWeekend),
  };
};

/**
 * The published days of four years with some of the office's own; 0 has none. Where the years have no schedule,
 * every third vouches for one, so that provisional dates become firm.
 */
export const calendarVariant = (around: CivilDate, n: number): Calendar => {
  const year = yearOf(around);
  const [from, to] = [CivilDate.parse(`${year}-01-01`), CivilDate.parse(`${year + 3}-12-31`)];
  const published = n % 3 === 2 ? { published: [year, year + 1] } : {};
  const overrides = { version: `office-${around}-${n}`, ...published, ...ownDays(around, n) };
  return snapshotCalendar(n === 0 ? { from, to } : { from, to, overrides });
};

const HOURS = [
  {},
  { opens: '09:00', closes: '18:00' },
  { opens: '08:00', closes: '12:00', gatherSeconds: 600 },
] as const;

type Told = Partial<Record<Rung['id'], Pick<Rung, 'to' | 'decides'>>>;

const telling = (told: Told): Rung[] => DEFAULT_LADDER.map((rung) => ({ ...rung, ...told[rung.id] }));

/**
 * The default ladder, a denser one, a milder one, one that tells nobody outside before the talk, and two whose
 * proposals are told to others and decided by others.
 */
const LADDERS: readonly Rung[][] = [
  DEFAULT_LADDER,
  DEFAULT_LADDER.map((rung) => (rung.every === undefined ? rung : { ...rung, every: 2 })),
  DEFAULT_LADDER.filter(({ id }) => id !== 'accountability' && id !== 'warning'),
  DEFAULT_LADDER.map((rung) => (rung.id === 'overdue' ? { ...rung, every: 1, to: ['handler'] } : rung)),
  telling({
    'urging-letter': { to: ['handler', 'office', 'superior'], decides: ['office'] },
    talk: { to: ['leader', 'oversight', 'head'], decides: ['oversight'] },
    accountability: { to: ['oversight', 'head'], decides: ['head'] },
  }),
  telling({
    'urging-letter': { to: ['office', 'head'], decides: ['head'] },
    talk: { to: ['oversight', 'leader', 'head', 'office'], decides: ['head'] },
    accountability: { to: ['office', 'head', 'oversight'], decides: ['office', 'oversight'] },
  }),
];

/** Ladders that no round may be given: nobody knows who decides. */
const UNCLEAR: readonly Rung[][] = [
  telling({ talk: { to: ['leader'] } }),
  telling({ 'urging-letter': { to: ['oversight', 'office'] } }),
  telling({ accountability: { to: ['head'], decides: ['oversight'] } }),
];

/** The default, one whose limit the files of a simulation just reach, and one of few kinds. */
const LIMITS = [{}, { mostBytes: 14 }, { mediaTypes: ['image/*', 'text/plain'] }] as const;

const pickOf = <T>(list: readonly [T, ...T[]] | readonly T[], n: number): T => {
  const found = list[n % list.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

export const policyVariant = (n: number, identity: Policy['identity'], version: string): Policy =>
  Policy.parse({
    version,
    identity,
    mail: pickOf(HOURS, n),
    review: { leaderWorkingDays: 1 + (n % 4), acceptorWorkingDays: 1 + (n % 6) },
    extensions: { most: (n + 2) % 4 },
    returns: { workingDays: 3 + (n % 12) },
    checkIn: { months: 1 + ((n + 2) % 6) },
    evidence: pickOf(LIMITS, n),
    missingStatementLength: 10,
    ladder: pickOf(LADDERS, n),
    horizonWorkingDays: 10 + (n % 20),
  });

/** The same policy with a ladder that leaves it open who decides. */
export const unclearVariant = (n: number, policy: Policy): Policy => ({
  ...policy,
  ladder: pickOf(UNCLEAR, n),
});
