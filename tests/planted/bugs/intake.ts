import type { Bug } from '../bug';

export const INTAKE: readonly Bug[] = [
  {
    name: 'excel-a-day-off',
    file: 'intake/deadline.ts',
    was: 'const EXCEL_EPOCH = Date.UTC(1899, 11, 30);',
    is: 'const EXCEL_EPOCH = Date.UTC(1899, 11, 31);',
    breaks: 'Every deadline that Excel keeps as a number is read as the day after.',
  },
  {
    name: 'span-over-new-year',
    file: 'intake/deadline.ts',
    was: 'before.year + (day.month < before.month ? 1 : 0)',
    is: 'before.year',
    breaks: '2021年11月至1月底 is read as January 2021: overdue at once.',
  },
  {
    name: 'month-and-day-guessed',
    file: 'intake/deadline-forms.ts',
    was: 'return Number(first) > 12 ? exact(year, second, first) : undefined;',
    is: 'return exact(year, second, first);',
    breaks: '03/04/2026 is taken for 3 April without a question.',
  },
];
