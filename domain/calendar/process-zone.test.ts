import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';

/** Everything in this folder that turns days into instants and back, asked in a process of its own. */
const QUESTIONS = `
  import { addWorkingDays, isWorkingDay } from './calendar';
  import { addDays, CivilDate, daysBetween, weekday } from './civil';
  import { snapshotCalendar } from './snapshot';
  import { DEFAULT_POLICY } from '../round/policy';
  import { nextMailInstant } from './working-hours';
  import { instantOf, readable, TimeOfDay } from './zone';

  const calendar = snapshotCalendar({ from: CivilDate.parse('2021-01-01'), to: CivilDate.parse('2027-12-31') });
  const first = CivilDate.parse('2021-01-01');
  const days = Array.from({ length: 1500 }, (_, n) => addDays(first, n)).map((day) => [
    day,
    weekday(day),
    daysBetween(first, day),
    isWorkingDay(calendar, day),
    addWorkingDays(calendar, day, 7),
    instantOf(day, TimeOfDay.parse('23:59')),
    readable(instantOf(day)),
    readable(nextMailInstant(calendar, DEFAULT_POLICY.mail, instantOf(day, TimeOfDay.parse('00:01')))),
  ]);
  process.stdout.write(JSON.stringify({ hour: new Date(0).getHours(), calendar, days }));
`;

type Answers = { hour: number; calendar: unknown; days: unknown[][] };

const program = buildSync({
  stdin: { contents: QUESTIONS, resolveDir: __dirname, loader: 'ts' },
  bundle: true,
  write: false,
  platform: 'node',
}).outputFiles[0]?.text;

const askedIn = (TZ: string): Answers => {
  const output = execFileSync(process.execPath, ['-'], {
    input: program,
    env: { ...process.env, TZ },
    encoding: 'utf8',
  });
  return JSON.parse(output) as Answers;
};

const shanghai = askedIn('Asia/Shanghai');

test('in Shanghai the answers are those of the calendar on the wall', () => {
  expect(shanghai.days.find(([day]) => day === '2021-10-09')).toEqual([
    '2021-10-09',
    6,
    281,
    true,
    '2021-10-19',
    Date.UTC(2021, 9, 9, 15, 59),
    '2021-10-09 00:00',
    '2021-10-09 08:30',
  ]);
});

/** Zones on both sides of Greenwich and at both ends of the day, each with its own hour at the epoch. */
test.each([
  ['America/Los_Angeles', 16],
  ['UTC', 0],
  ['Pacific/Kiritimati', 13],
  ['Asia/Kathmandu', 5],
])('a process in %s gives the same answers', (zone, hour) => {
  expect(askedIn(zone)).toEqual({ ...shanghai, hour });
});
