import { BIDI } from '../testing/seen-page';
import { date } from '../testing/world';
import { clause, dayIn, enumerated, ordinal, problemNamed, quoted, said, titled, yuan } from './paper-text';
import { CALENDAR } from '../testing/world';

test.each([
  [1, '0.01元'],
  [163_000, '1,630元'],
  [408_050, '4,080.50元'],
  [10_000_000_000_000, '100,000,000,000元'],
])('%d fen are %s', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

test('quotation marks within quotation marks are single ones', () => {
  expect(quoted('“三重一大”执行不到位')).toBe('“‘三重一大’执行不到位”');
});

test.each([
  ['账物不符', '“账物不符”问题'],
  ['账物不符的问题。', '“账物不符”问题'],
  ['问题', '“问题”问题'],
])('the problem %s is named %s', (problem, named) => {
  expect(problemNamed(problem)).toBe(named);
});

test('clauses are numbered from the second on, and end once', () => {
  expect(enumerated([])).toBe('');
  expect(enumerated(['补课'])).toBe('补课。');
  expect(enumerated(['补课', '考试'])).toBe('一是补课；二是考试。');
});

test('a clause has neither a number of its own nor a stop at its end', () => {
  expect(clause('（1）逐个开会，\n倒排时间；。')).toBe('逐个开会， 倒排时间');
});

test('text is one line of characters that XML can hold', () => {
  expect(said(`甲\u0000乙${BIDI}丙\uFFFE\uFFFF\uD800丁\n戊`)).toBe('甲 乙丙\uFFFD丁 戊');
});

test('beyond ninety-nine there are figures', () => {
  expect([1, 10, 21, 99, 100].map(ordinal)).toEqual(['一', '十', '二十一', '九十九', '100']);
});

test('a rule is in title marks, once', () => {
  expect([titled('管理办法'), titled('《管理办法》')]).toEqual(['《管理办法》', '《管理办法》']);
});

test('a date of a year without a published schedule is provisional', () => {
  const day = dayIn(CALENDAR);
  expect([day(date('2021-06-30')), day(date('2027-06-30'))]).toEqual([
    '2021年6月30日',
    '2027年6月30日（暂定）',
  ]);
});
