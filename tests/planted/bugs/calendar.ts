import type { Bug } from '../bug';

export const CALENDAR: readonly Bug[] = [
  {
    name: 'month-end-overflows',
    file: 'domain/calendar/civil.ts',
    was: 'String(Math.min(Number(date.slice(8)), last.getUTCDate()))',
    is: 'String(Math.max(Number(date.slice(8)), 1))',
    breaks: 'The check-in a quarter after 30 November is due on 30 February.',
  },
  {
    name: 'new-year-settled',
    file: 'domain/calendar/snapshot.ts',
    was: '.filter((year) => holds(year) && !known.includes(year + 1))',
    is: '.filter((year) => holds(year) && known.includes(year + 1))',
    breaks:
      'The last days of the last published year pass for settled, those of the years before for provisional.',
  },
  {
    name: 'last-working-day-not-counted',
    file: 'domain/calendar/calendar.ts',
    was: 'for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))',
    is: 'for (let day = addDays(from, 1); day < to; day = addDays(day, 1))',
    breaks: 'An urging letter says that an item is a working day less overdue than it is.',
  },
  {
    name: 'urgent-mail-at-night',
    file: 'domain/calendar/working-hours.ts',
    was: ': opening(calendar, mail, addDays(today, 1));',
    is: ': opening(calendar, mail, addDays(today, 0));',
    breaks: 'What happens after hours is mailed at once, in the middle of the night.',
  },
];
