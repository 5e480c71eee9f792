import { CivilDate } from '../domain/calendar/civil';
import type { ItemKind } from '../domain/plan/plan';
import { bare } from '../base/fold';
import { numeralOf } from '../base/numeral';

/** What a cell or label says of the time for an item or measure. */
export type TimeGiven = {
  date?: CivilDate;
  kind?: ItemKind;
  /** The year was not written, but taken from elsewhere in the source. */
  yearAssumed?: true;
  /** Nothing, or not all of it, could be understood. */
  unclear?: true;
};

const CHINESE_DIGITS = /[〇○零一二三四五六七八九十]+(?=[年月日号季])/g;

const KINDS: readonly (readonly [RegExp, ItemKind])[] = [
  [/长期坚持|长期|持续|常态化|长效/, 'sustained'],
  [/立[行查整]立改|即[知行查整]即改|边查边改|立即(?:整改)?|马上/, 'immediate'],
  [/限期整改|限时整改/, 'time-limited'],
];

type Day = { year: number | undefined; month: number; day: number };

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** So that a part of a month has a last day. */
const PART_OF_MONTH: Readonly<Record<string, number>> = { 初: 5, 上旬: 10, 中旬: 20 };

const dayIn = (year: number | undefined, month: number, part: string | undefined): Day => ({
  year,
  month,
  day: (part !== undefined ? PART_OF_MONTH[part] : undefined) ?? 99,
});

type Form = { pattern: RegExp; read: (found: RegExpExecArray) => Day | undefined };

const number = (text: string | undefined) => (text === undefined || text === '' ? undefined : Number(text));
const month = (found: RegExpExecArray, at: number) => number(found[at]) ?? 0;

const QUARTERS = '一二三四';
const quarterOf = (text: string) => (/\d/.test(text) ? Number(text) : QUARTERS.indexOf(text) + 1);

/** From the most exact to the vaguest; a day 99 is the last of its month. */
const FORMS: readonly Form[] = [
  {
    pattern: /(\d{4})(?:[年./](\d{1,2})[月./]|-(\d{1,2})-)(\d{1,2})(?![\d月])[日号]?/g,
    read: (f) => ({ year: number(f[1]), month: month(f, f[2] === undefined ? 3 : 2), day: month(f, 4) }),
  },
  {
    pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g,
    read: (f) => ({ year: number(f[1]), month: month(f, 2), day: month(f, 3) }),
  },
  {
    pattern: /(\d{4})[年./-](\d{1,2})(?![\d./])月?份?(初|上旬|中旬|下旬|底|末)?/g,
    read: (f) => dayIn(number(f[1]), month(f, 2), f[3]),
  },
  {
    pattern: /(?:(\d{4})年|今年|本年)?(\d{1,2})月(\d{1,2})(?!\d)[日号]?/g,
    read: (f) => ({ year: number(f[1]), month: month(f, 2), day: month(f, 3) }),
  },
  {
    pattern: /(?:今年|本年)?(\d{1,2})月份?(初|上旬|中旬|下旬|底|末)?/g,
    read: (f) => dayIn(undefined, month(f, 1), f[2]),
  },
  {
    pattern: /(?:(\d{4})年|今年|本年)?第?([一二三四1-4])季度[底末]?/g,
    read: (f) => dayIn(number(f[1]), 3 * quarterOf(f[2] ?? ''), undefined),
  },
  {
    pattern: /(?:(\d{4})年|今年|本年)?([上下])半年/g,
    read: (f) => dayIn(number(f[1]), f[2] === '上' ? 6 : 12, undefined),
  },
  {
    pattern: /(?:(\d{4})年{0,2}|今年|本年|年)年?(?:内|底|末)/g,
    read: (f) => dayIn(number(f[1]), 12, undefined),
  },
];

type Place = { day: Day; at: number };

/** `2021年5月至6月底`: a day takes its year from the one before it, and is not before it. */
const withYearOf = (before: Day | undefined, day: Day): Day =>
  day.year !== undefined || before?.year === undefined
    ? day
    : { ...day, year: before.year + (day.month < before.month ? 1 : 0) };

/** The last day that a text names, what follows it, and what is left of the text without its days. */
const lastDayIn = (text: string): { day: Day; after: string; rest: string } | undefined => {
  let rest = text;
  const places: Place[] = [];
  for (const { pattern, read } of FORMS)
    for (const found of text.matchAll(pattern)) {
      const { 0: whole, index } = found;
      if (rest.slice(index, index + whole.length) !== whole) continue;
      rest = rest.slice(0, index) + '\0'.repeat(whole.length) + rest.slice(index + whole.length);
      const day = read(found);
      if (day) places.push({ day, at: index });
    }
  const days = places.sort((a, b) => a.at - b.at).map(({ day }) => day);
  const last = days.reduce<Day | undefined>(withYearOf, undefined);
  return (
    last && { day: last, after: text.slice(rest.lastIndexOf('\0') + 1), rest: rest.replaceAll('\0', '') }
  );
};

const two = (n: number) => String(n).padStart(2, '0');

const civil = ({ month: of, day }: Day, year: number): CivilDate | undefined =>
  CivilDate.safeParse(`${year}-${two(of)}-${two(day === 99 ? lastOf(year, of) : day)}`).data;

/** Day 1 of Excel's count is 1900-01-01, and it counts a 1900-02-29 that never was. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The day of an Excel serial, e.g. 44377; undefined where it is no day of 1955 to 2118. */
export const ofExcelSerial = (serial: number): CivilDate | undefined =>
  serial >= 20_000 && serial < 80_000
    ? CivilDate.safeParse(new Date(EXCEL_EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10)).data
    : undefined;

const MEANS_NOTHING = /[前之以于在至到—~～.,、;。()日起止并且,，整改完成落实到位全部力争确保需须开始-]/g;

/** Of a beginning the deadline is not known. */
const BEGINS = /^(?:起|开始)/;

const NEXT_YEAR = /[明次翌]年/;

/** As programs print a day of a calendar. */
const TIME_OF_DAY = /(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2})?$/;

const kindIn = (text: string): ItemKind | undefined => KINDS.find(([pattern]) => pattern.test(text))?.[1];

/**
 * The time as offices write it: `2021年6月30日`, `2021.6.30`, `2021/6/30`, `44377`, `6月底前`, `2021年6月底`,
 * `立行立改`, `长期坚持`. Of a span the last day counts. Without a year in the text, that of `year` is taken.
 */
export const timeIn = (given: string, year?: number): TimeGiven => {
  const isNextYear = NEXT_YEAR.test(given);
  const text = bare(given.replace(TIME_OF_DAY, ''))
    .replace(NEXT_YEAR, '本年')
    .replace(CHINESE_DIGITS, (digits) => String(numeralOf(digits) ?? digits));
  if (/^[-—/无]*$|^待定$/.test(text)) return {};
  const kind = kindIn(text);
  const said = kind === undefined ? {} : { kind };
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? ofExcelSerial(Number(text)) : undefined;
  if (serial) return { date: serial };
  const last = lastDayIn(text);
  if (last === undefined) return kind === undefined ? { unclear: true } : said;
  if (BEGINS.test(last.after)) return { ...said, unclear: true };
  const assumed = year === undefined ? 0 : year + (isNextYear ? 1 : 0);
  const date = civil(last.day, last.day.year ?? assumed);
  const rest = KINDS.reduce((left, [pattern]) => left.replace(pattern, ''), last.rest).replace(
    MEANS_NOTHING,
    '',
  );
  // `6月前` may end with May or with June.
  const isVague = /月份?\0*前/.test(text) || rest !== '';
  return {
    ...said,
    ...(date && { date }),
    ...(date && last.day.year === undefined && { yearAssumed: true as const }),
    ...((date === undefined || isVague) && { unclear: true as const }),
  };
};

/** The year that a source speaks of where it gives none: the first written out in it. */
export const yearIn = (text: string): number | undefined => {
  const found = /(?<!\d)((?:19|20|21)\d{2})年/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};
