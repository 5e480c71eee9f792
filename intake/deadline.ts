import { CivilDate } from '../domain/calendar/civil';
import type { ItemKind } from '../domain/plan/plan';
import { bare } from '../base/half-width';
import { numeralOf } from '../base/numeral';
import { type Day, FORMS } from './deadline-forms';

/** What a cell or label says of the time for an item or measure. */
export type TimeGiven = {
  date?: CivilDate;
  kind?: ItemKind;
  /** The year was not written, but taken from elsewhere in the source. */
  yearAssumed?: true;
  /** Nothing, or not all of it, could be understood. */
  unclear?: true;
};

const CHINESE_DIGITS = /[〇○零一二三四五六七八九十]{1,12}(?=[年月日号季])/g;

const KINDS: readonly (readonly [RegExp, ItemKind])[] = [
  [/长期坚持|长期|持续|常态化|长效|sustained|ongoing|continuous(?:ly)?|long-?term/, 'sustained'],
  [/立[行查整]立改|即[知行查整]即改|边查边改|立即(?:整改)?|马上|immediate(?:ly)?|atonce/, 'immediate'],
  [/限期整改|限时整改|time-?limited/, 'time-limited'],
];

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

type Place = { day: Day; at: number };

/** `2021年5月至6月底`: a day takes its year from the one before it, and is not before it. */
const withYearOf = (before: Day | undefined, day: Day): Day =>
  day.year !== undefined || before?.year === undefined
    ? day
    : { ...day, year: before.year + (day.month < before.month ? 1 : 0) };

/** `days`: how many a text names. `after`: what follows the last one. `rest`: the text without its days. */
type LastDay = { day: Day; days: number; after: string; rest: string };

const lastDayIn = (text: string): LastDay | undefined => {
  let rest = text;
  const places: Place[] = [];
  for (const { pattern, read } of FORMS)
    for (const found of text.matchAll(pattern)) {
      const { 0: whole, index } = found;
      if (rest.slice(index, index + whole.length) !== whole) continue;
      const day = read(found);
      const sign = day === undefined ? '?' : '\0';
      rest = rest.slice(0, index) + sign.repeat(whole.length) + rest.slice(index + whole.length);
      if (day) places.push({ day, at: index });
    }
  const days = places.sort((a, b) => a.at - b.at).map(({ day }) => day);
  const last = days.reduce<Day | undefined>(withYearOf, undefined);
  return (
    last && {
      day: last,
      days: days.length,
      after: text.slice(rest.lastIndexOf('\0') + 1),
      rest: rest.replaceAll('\0', ''),
    }
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

const MEANS_NOTHING =
  /[前之以于在至到—~～.,、;。()日起止并且,，整改完成落实到位全部力争确保需须开始截计划最迟不晚自从-]|nolaterthan|bytheendof|completion|completed|complete|through|deadline|before|target|latest|until|endof|from|till|date|due|end|the|and|by|on|of|to|in/g;

/** Of a beginning the deadline is not known. */
const BEGINS =
  /^(?:起|开始|(?:以|之)?后|onwards?|[-—–~至到]+(?:长期|今|永久|常态|持续|ongoing|permanent|continuous)|to(?:ongoing|permanent))/;
const BEGINS_BEFORE = /^(?:自|从|from|since|starting|commencing)/;

/** `6月前` may end with May or with June. */
const isVagueSpan = (text: string, { day }: Day): boolean =>
  /(?:月份?|季度?|半年)前/.test(text) || (day === 99 && /before(?!the?endof|endof)/.test(text));

const NEXT_YEAR = /[明次翌]年/;

/** `21年6月` is short for 2021. */
const SHORT_YEAR = /(?<!\d)([2-4]\d)年(?=\d{1,2}月|年?底|第?[一二三四1-4]季|[上下]半年)/g;

/** As programs print a day of a calendar. */
const TIME_OF_DAY = /(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2})?$/;

const NOTHING = /^(?:[-—/无]*|待定|tbd|tbc|n\/?a|none|nil)$/;

/** No time is said in more characters; beyond it nothing is looked for. */
const LONGEST = 500;

/** What a text says beside its days and the kind. */
const restOf = (text: string): string =>
  KINDS.reduce((left, [pattern]) => left.replace(pattern, ''), text).replace(MEANS_NOTHING, '');

const kindIn = (text: string): ItemKind | undefined => KINDS.find(([pattern]) => pattern.test(text))?.[1];

/** The mark of our own ledger that no schedule of holidays is published for a date: of the date itself it doubts nothing. */
const PROVISIONAL = /\(?(?:暂定|provisional)\)?$/;

/**
 * The time as offices write it: `2021年6月30日`, `2021.6.30`, `2021/6/30`, `44377`, `6月底前`, `2021年6月底`, `30 Jun
 * 2021`, `立行立改`, `长期坚持`. Of a span the last day counts. Without a year in the text, that of `year` is taken.
 */
export const timeIn = (given: string, year?: number): TimeGiven => {
  const isNextYear = NEXT_YEAR.test(given);
  const text = bare(given.slice(0, LONGEST).replace(TIME_OF_DAY, ''))
    .toLowerCase()
    .replace(PROVISIONAL, '')
    .replace(NEXT_YEAR, '本年')
    .replace(CHINESE_DIGITS, (digits) => String(numeralOf(digits) ?? digits))
    .replace(SHORT_YEAR, '20$1年');
  if (NOTHING.test(text)) return {};
  const kind = kindIn(text);
  const said = kind === undefined ? {} : { kind };
  if (given.length > LONGEST) return { ...said, unclear: true };
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? ofExcelSerial(Number(text)) : undefined;
  if (serial) return { date: serial };
  const last = lastDayIn(text);
  if (last === undefined) return kind === undefined || /\d/.test(text) ? { ...said, unclear: true } : said;
  if (BEGINS.test(last.after) || (last.days === 1 && BEGINS_BEFORE.test(text)))
    return { ...said, unclear: true };
  const assumed = year === undefined ? 0 : year + (isNextYear ? 1 : 0);
  const date = civil(last.day, last.day.year ?? assumed);
  const isVague = isVagueSpan(text, last.day) || restOf(last.rest) !== '';
  return {
    ...said,
    ...(date && { date }),
    ...(date && last.day.year === undefined && { yearAssumed: true as const }),
    ...((date === undefined || isVague) && { unclear: true as const }),
  };
};

const YEAR_WRITTEN = /(?<!\d)((?:19|20|21)\d{2})年/;
const YEAR_OF_DATE = /(?<![\d.,/-])((?:19|20|21)\d{2})([-./])\d{1,2}\2\d{1,2}(?!\d)/;

/** The year that a source speaks of where it gives none: the first written out in it, else that of its first date. */
export const yearIn = (text: string): number | undefined => {
  const found = (YEAR_WRITTEN.exec(text) ?? YEAR_OF_DATE.exec(text))?.[1];
  return found === undefined ? undefined : Number(found);
};
