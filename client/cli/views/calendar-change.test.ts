import { snapshotCalendar } from '../../../domain/calendar/snapshot';
import { date } from '../../../testing/world';
import { calendarChange } from './calendar-change';

const [from, to] = [date('2026-01-01'), date('2027-12-31')];
const PLAIN = snapshotCalendar({ from, to });

test('a schedule that has been published makes its year firm, and what is due in it', () => {
  const published = { version: 'notice-2027', published: [2027], holidays: [], makeUpDays: [] };
  const after = snapshotCalendar({ from, to, overrides: published });
  const due = [date('2026-12-31'), date('2027-01-29'), date('2028-01-31')];
  expect(calendarChange(PLAIN, after, due)).toMatchObject({
    firm: [2027],
    provisional: 3,
    stillProvisional: 1,
  });
});

test('days that are off, or worked, by the new calendar only are named; overrides that are lost too', () => {
  const own = { version: 'local-1', holidays: [date('2026-09-09')], makeUpDays: [date('2026-09-12')] };
  const local = snapshotCalendar({ from, to, overrides: own });
  expect(calendarChange(PLAIN, local, [])).toMatchObject({ off: ['2026-09-09'], worked: ['2026-09-12'] });
  expect(calendarChange(local, PLAIN, [])).toMatchObject({ off: ['2026-09-12'], worked: ['2026-09-09'] });
});
