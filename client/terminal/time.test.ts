import { words } from '../../domain/language';
import { CALENDAR, date } from '../../domain/testing/world';
import { daysText, dayText, sizeText } from './time';

const chinese = words('zh-CN');

test('a date of a year without a published schedule says that it is provisional', () => {
  expect(dayText(date('2021-06-30'), CALENDAR, chinese)).toBe('2021-06-30');
  expect(dayText(date('2027-06-30'), CALENDAR, chinese)).toBe('2027-06-30（暂定）');
});

test('an item without a deadline is said to have none, and no days are counted', () => {
  expect(dayText(undefined, CALENDAR, chinese)).toBe('未设时限');
  expect(daysText(undefined, date('2021-06-30'), chinese)).toBe('');
});

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [427_000, '417 KiB'],
  [5_000_000_000, '4.7 GiB'],
])('%i octets are %s', (octets, text) => {
  expect(sizeText(octets)).toBe(text);
});
