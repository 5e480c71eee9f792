import { builtInFormat, shownNumber } from './number-format';

/** 2026-12-01. */
const DECEMBER = 46357;

describe('a number is what its cell shows', () => {
  test.each([
    ['0.00', 2021.1, '2021.10'],
    ['0.00', 2021.12, '2021.12'],
    ['General', 2021.1, '2021.1'],
    ['General', 2021.1000000000001, '2021.1'],
    ['0000"."00', 202110, '2021.10'],
    ['"第"0"季度"', 2, '第2季度'],
    ['[=1]"一季度";[=2]"二季度";@', 2, '二季度'],
    ['[红色]0.00', 2021.1, '2021.10'],
    ['0.00_);(0.00)', 2021.1, '2021.10 '],
    ['0.0%', 0.5, '50.0%'],
    [';;;', 2021.1, ''],
    ['[h]:mm', 0.5, '12:00'],
    ['h:mm', DECEMBER + 0.5, '12:00'],
    ['[$-804]aaaa', DECEMBER, 'Tuesday'],
    ['"', 5, '5'],
  ])('%s of %d', (code, value, text) => {
    expect(shownNumber(code, value)).toBe(text);
  });
});

describe('a day is what its cell shows of it', () => {
  test.each([
    ['yyyy"年"m"月"', '2026年12月'],
    ['[$-804]yyyy"年"m"月";;@', '2026年12月'],
    ['[DBNum1][$-804]yyyy"年"m"月"', '2026年12月'],
    ['[$-F800]yyyy\\年m\\月', '2026年12月'],
    ['yyyy年m月', '2026年12月'],
    ['yy"年"mm"月"', '2026年12月'],
    ['e"年"m"月"', '2026年12月'],
    ['[$-804]mmmm yyyy', '2026年12月'],
    ['mmm-yy', '2026年12月'],
    ['yyyy-mm', '2026年12月'],
    ['yyyy/mm;@', '2026年12月'],
    ['m"月"', '2026年12月'],
    ['yyyy"年"', '2026年'],
    ['yyyy', '2026年'],
    ['yyyy"年上半年"', '2026年上半年'],
    ['yyyy"年第四季度"', '2026年第四季度'],
    ['m"月底前"', '2026年12月底前'],
    ['yyyy"年"m"月"d"日起"', '2026年12月1日起'],
    ['yyyy"年"m"月"d"日"', '2026年12月1日'],
    ['m"月"d"日"', '2026年12月1日'],
    ['[DBNum1]m"月"d"日"', '2026年12月1日'],
    ['yyyy/m/d', '2026-12-01'],
    ['[$-409]d-mmm-yy;@', '2026-12-01'],
    ['dddd, mmmm dd, yyyy', '2026-12-01'],
    ['yyyy-mm-dd hh:mm:ss', '2026-12-01'],
    ['m/d/yy h:mm', '2026-12-01'],
  ])('by %s as %s', (code, text) => {
    expect(shownNumber(code, DECEMBER)).toBe(text);
  });

  test.each([
    [14, '2026-12-01'],
    [15, '2026-12-01'],
    [16, '2026-12-01'],
    [17, '2026年12月'],
    [22, '2026-12-01'],
    [27, '2026年12月'],
    [28, '2026年12月1日'],
    [30, '2026-12-01'],
    [31, '2026年12月1日'],
    [36, '2026年12月'],
    [50, '2026年12月'],
    [51, '2026年12月1日'],
    [52, '2026年12月'],
    [54, '2026年12月1日'],
    [57, '2026年12月'],
    [58, '2026年12月1日'],
    [999, '46357'],
  ])('by the format of number %d as %s', (id, text) => {
    expect(shownNumber(builtInFormat(id), DECEMBER)).toBe(text);
  });

  test('of no calendar is a number', () => {
    expect(shownNumber('yyyy"年"', 2021)).not.toContain('2021年');
    expect(shownNumber('yyyy-mm', 1e300)).not.toContain('年');
  });
});

test('a code longer than any takes no time', () => {
  const began = performance.now();
  for (let cell = 0; cell < 1000; cell++) expect(shownNumber('0'.repeat(100_000), 5)).toBe('5');
  expect(performance.now() - began).toBeLessThan(1000);
});
