import type { Bug } from '../bug';

export const LADDER: readonly Bug[] = [
  {
    name: 'imminent-a-day-late',
    file: 'domain/ladder/days.ts',
    was: '? addWorkingDays(calendar, onOrBefore(calendar, day), rung.offset)',
    is: '? addWorkingDays(calendar, day, rung.offset)',
    breaks: 'Before a deadline on a day off the first 临期 comes a working day late.',
  },
  {
    name: 'rung-reached-twice',
    file: 'domain/ladder/plan.ts',
    was: 'reached.rung === rung.id && reached.day >= day',
    is: 'reached.rung === rung.id && reached.day > day',
    breaks: 'A rung that is told to the head is noted again each time that the item wakes on its day.',
  },
  {
    name: 'accountability-to-the-office',
    file: 'domain/ladder/plan.ts',
    was: 'return roster.oversight;',
    is: 'return roster.office;',
    breaks:
      'The proposal of accountability goes to the rectification office, and oversight never hears of it.',
  },
  {
    name: 'mail-named-by-its-first-slot',
    file: 'domain/ladder/mailbox.ts',
    was: '(a > b ? a : b)',
    is: '(a < b ? a : b)',
    breaks: 'After an outage a digest counts its days from the day on which the outage began.',
  },
  {
    name: 'archive-waits-for-confirmations',
    file: 'domain/ladder/correspondence.ts',
    was: "...(kind === 'you-decided' && { confirms: true as const }),",
    is: "...(kind !== 'you-decided' && { confirms: true as const }),",
    breaks: 'The archive waits for mails that are no part of the record, and not for those that are.',
  },
  {
    name: 'young-key-confirmed-late',
    file: 'domain/ladder/confirmations.ts',
    was: 'return civilOf(at) < addWorkingDays',
    is: 'return civilOf(at) > addWorkingDays',
    breaks: 'Who has been given a key by somebody else hears days later what it has decided.',
  },
];
