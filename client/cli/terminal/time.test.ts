import { words } from '../../../domain/language';
import { CALENDAR, date } from '../../../testing/world';
import { daysText, dayText } from './time';

const chinese = words('zh-CN');

test('a date of a year without a published schedule says that it is provisional', () => {
  expect(dayText(date('2021-06-30'), CALENDAR, chinese)).toBe('2021-06-30');
  expect(dayText(date('2027-06-30'), CALENDAR, chinese)).toBe('2027-06-30（暂定）');
});

test('an item without a deadline is said to have none, and no days are counted', () => {
  expect(dayText(undefined, CALENDAR, chinese)).toBe('未设时限');
  expect(daysText(undefined, date('2021-06-30'), chinese)).toBe('');
});
