/** A day as a text names it; the year may stand elsewhere, and a day 99 is the last of its month. */
export type Day = { year: number | undefined; month: number; day: number };

/** How a day may be written; undefined where the same digits may be two days. */
type Form = { pattern: RegExp; read: (found: RegExpExecArray) => Day | undefined };

/** So that a part of a month has a last day. */
const PART_OF_MONTH: Readonly<Record<string, number>> = { 初: 5, 上旬: 10, 中旬: 20 };
const PART = '(初|上旬|中旬|下旬|底|末)?';

const number = (text: string | undefined) => (text === undefined || text === '' ? undefined : Number(text));

const monthEnd = (year: string | undefined, month: number, part?: string): Day => ({
  year: number(year),
  month,
  day: (part !== undefined ? PART_OF_MONTH[part] : undefined) ?? 99,
});

const exact = (
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): Day => ({
  year: number(year),
  month: Number(month ?? 0),
  day: number(day) ?? 0,
});

const QUARTERS = '一二三四';
const quarterEnd = (year: string | undefined, quarter = ''): Day =>
  monthEnd(year, 3 * (/\d/.test(quarter) ? Number(quarter) : QUARTERS.indexOf(quarter) + 1));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const monthNamed = (name = ''): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

/** Years of two digits are those of this century. */
const fullYear = (year = ''): string => (year.length === 2 ? `20${year}` : year);

/** `03/04/2026` may be in March or in April; `30/06/2026` and `05/05/2026` may not. */
const dayAndMonth = (first = '', second = '', year = ''): Day | undefined => {
  if (first === second || Number(second) > 12) return exact(year, first, second);
  return Number(first) > 12 ? exact(year, second, first) : undefined;
};

const TH = '(?:st|nd|rd|th)?';
const YEAR = '(?:(\\d{4})年|今年|本年)?';

/** From the most exact to the vaguest, on lower-case text in half width without spaces. */
export const FORMS: readonly Form[] = [
  {
    pattern: /(?<!\d)(\d{4})(?:[年./](\d{1,2})[月./]|-(\d{1,2})-)(\d{1,2})(?![\d月])[日号]?/g,
    read: (f) => exact(f[1], f[2] ?? f[3], f[4]),
  },
  { pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g, read: (f) => exact(f[1], f[2], f[3]) },
  {
    pattern: /(?<![\d./]|(?<!\d{4})-)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/g,
    read: (f) => dayAndMonth(f[1], f[3], f[4]),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})${TH}(?:of)?[-./,]?${MONTH}[-./,']{0,2}(\\d{4}|\\d{2})(?!\\d)`,
      'g',
    ),
    read: (f) => exact(fullYear(f[3]), monthNamed(f[2]), f[1]),
  },
  {
    pattern: new RegExp(`${MONTH}(\\d{1,2})${TH}[,.]?(\\d{4})(?!\\d)`, 'g'),
    read: (f) => exact(f[3], monthNamed(f[1]), f[2]),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{4})[-./]?${MONTH}[-./]?(\\d{1,2})(?!\\d)`, 'g'),
    read: (f) => exact(f[1], monthNamed(f[2]), f[3]),
  },
  {
    pattern: new RegExp(`${MONTH}[-./,']{0,2}(\\d{4})(?!\\d)`, 'g'),
    read: (f) => monthEnd(f[2], monthNamed(f[1])),
  },
  // A month and a year, or a month and a day.
  { pattern: new RegExp(`${MONTH}[-./']\\d{2}(?!\\d)`, 'g'), read: () => undefined },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})${TH}(?:of)?[-./,]?${MONTH}(?![a-z\\d])`, 'g'),
    read: (f) => exact(undefined, monthNamed(f[2]), f[1]),
  },
  {
    pattern: new RegExp(`${MONTH}(\\d{1,2})${TH}(?![a-z\\d])`, 'g'),
    read: (f) => exact(undefined, monthNamed(f[1]), f[2]),
  },
  {
    pattern: /(?:q|([1-4])(?:st|nd|rd|th)quarter(?:of)?)([1-4]?)[-./,']{0,2}(\d{4})(?!\d)/g,
    read: (f) => quarterEnd(f[3], f[1] ?? f[2]),
  },
  { pattern: /(?<!\d)(\d{4})年?[-./]?q([1-4])(?!\d)/g, read: (f) => quarterEnd(f[1], f[2]) },
  { pattern: /q([1-4])(?![\d])/g, read: (f) => quarterEnd(undefined, f[1]) },
  {
    pattern: /h([12])[-./,']{0,2}(\d{4})(?!\d)/g,
    read: (f) => monthEnd(f[2], 6 * Number(f[1])),
  },
  { pattern: /(?:year)?-?end(?:of)?(\d{4})(?!\d)/g, read: (f) => monthEnd(f[1], 12) },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{4})年(\\d{1,2})(?:月份?${PART}|(?=[-—–~至到、]\\d{1,2}月))`, 'g'),
    read: (f) => monthEnd(f[1], Number(f[2]), f[3]),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{4})[./-](\\d{1,2})(?![\\d./季个号年])(?:月份?)?${PART}`, 'g'),
    read: (f) => monthEnd(f[1], Number(f[2]), f[3]),
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})[./-](\d{4})(?![\d./-])/g,
    read: (f) => monthEnd(f[2], Number(f[1])),
  },
  { pattern: /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/g, read: (f) => monthEnd(f[1], Number(f[2])) },
  {
    pattern: new RegExp(`${YEAR}(\\d{1,2})月(\\d{1,2})(?![\\d个])[日号]?`, 'g'),
    read: (f) => exact(f[1], f[2], f[3]),
  },
  {
    pattern: new RegExp(`(?:今年|本年)?(\\d{1,2})月份?${PART}`, 'g'),
    read: (f) => monthEnd(undefined, Number(f[1]), f[2]),
  },
  {
    pattern: new RegExp(`${MONTH}(?![a-z\\d])`, 'g'),
    read: (f) => monthEnd(undefined, monthNamed(f[1])),
  },
  {
    pattern: new RegExp(
      `${YEAR}(?:第?[一二三四1-4](?:季度?)?[-—–~至到、和及])?第?([一二三四1-4])季度?[底末]?内?`,
      'g',
    ),
    read: (f) => quarterEnd(f[1], f[2]),
  },
  {
    pattern: new RegExp(`${YEAR}([上下])半年[底末]?内?`, 'g'),
    read: (f) => monthEnd(f[1], f[2] === '上' ? 6 : 12),
  },
  {
    pattern: /(?:(\d{4})年{0,2}|今年|本年|年)年?(?:内|底|末)/g,
    read: (f) => monthEnd(f[1], 12),
  },
  { pattern: /(?:^|[于在])(\d{4})年(?:度|全年)?(?:完成)?$/g, read: (f) => monthEnd(f[1], 12) },
];
