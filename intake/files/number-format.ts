import { format, getFormatDateInfo, isDateFormat, tokenize } from 'numfmt';
import { ofExcelSerial } from '..';

/**
 * The formats that a workbook names by number alone, as Excel and WPS in Chinese show them; 27 to 36 and 50 to 58
 * are those of East Asia (ECMA-376, part 1, 18.8.30).
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a format by its number, where the workbook gives it none of its own. */
export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

/** Excel takes no longer ones. */
const LONGEST_CODE = 255;

/** Colours and languages: they change how a value looks, not what it says. */
const LOOKS = new Set(['color', 'locale', 'dbnum', 'natnum', 'modifier']);
const WORDS = new Set(['string', 'escaped', 'char']);

const LETTER = /\p{L}/u;
const HAN = /\p{Script=Han}/u;

/** A format as far as it matters here: its code without looks, and what it shows of a day. */
type Format = {
  code: string;
  isDate: boolean;
  /** Letters of its own, e.g. `上半年`, which count like any text. */
  hasWords: boolean;
  year: boolean;
  month: boolean;
  day: boolean;
};

const GENERAL: Format = {
  code: 'General',
  isDate: false,
  hasWords: false,
  year: false,
  month: false,
  day: false,
};

/** Whole years, and beside Chinese words months as numbers. */
const plainToken = (raw: string, isChinese: boolean): string => {
  if (/^(?:y+|e+)$/i.test(raw)) return 'yyyy';
  return isChinese && /^m{3,5}$/i.test(raw) ? 'm' : raw;
};

const formatOf = (code: string): Format => {
  const tokens = tokenize(code).filter(({ type }) => !LOOKS.has(type));
  const words = tokens
    .filter(({ type }) => WORDS.has(type))
    .map(({ raw }) => raw)
    .join('');
  const times = tokens.filter(({ type }) => type === 'datetime').map(({ raw }) => raw);
  const { year, month } = getFormatDateInfo(code);
  return {
    code: tokens
      .map(({ type, raw }) => (type === 'datetime' ? plainToken(raw, HAN.test(words)) : raw))
      .join(''),
    isDate: isDateFormat(code) && (year || month),
    hasWords: LETTER.test(words),
    year,
    month,
    day: times.some((raw) => /^d{1,2}$/i.test(raw)),
  };
};

/** By their codes: a workbook has a handful, and thousands of cells. */
const known = new Map<string, Format>();
const MOST_KNOWN = 1000;

const knownFormat = (code: string): Format => {
  const found = known.get(code);
  if (found) return found;
  const made = code.length > LONGEST_CODE ? GENERAL : formatOf(code);
  if (known.size < MOST_KNOWN) known.set(code, made);
  return made;
};

/**
 * How a cell shows a day, month or year; the year is there even where the cell shows none, for the number has it.
 * Undefined for a number that is no day.
 */
const shownDay = ({ code, hasWords, year, month, day }: Format, serial: number): string | undefined => {
  const date = ofExcelSerial(serial);
  if (date === undefined) return undefined;
  if (hasWords) return format(year ? code : `yyyy"年"${code}`, serial);
  if (day) return date;
  const [ofYear = '', ofMonth = ''] = date.split('-');
  return month ? `${ofYear}年${Number(ofMonth)}月` : `${ofYear}年`;
};

/**
 * A number as its cell shows it, e.g. `2021.10` for 2021.1 by `0.00`, and `2026年12月` for 46357 by `yyyy"年"m"月"`. A
 * whole day without words of its own is `YYYY-MM-DD`, however it is shown. `shift`: what a day's number lacks where days
 * are counted from 1904.
 */
export const shownNumber = (code: string, value: number, shift = 0): string => {
  try {
    const form = knownFormat(code);
    return (form.isDate ? shownDay(form, value + shift) : undefined) ?? format(form.code, value);
  } catch {
    // A code outside the grammar of formats: Excel shows the bare number.
    return String(value);
  }
};
