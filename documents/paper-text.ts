import { yuanText } from '../base/money';
import { type Calendar, isProvisional } from '../domain/calendar/calendar';
import type { CivilDate } from '../domain/calendar/civil';
import type { Clock } from '../domain/calendar/clock';
import type { ItemNumber } from '../base/ids';
import type { ResultKind } from '../domain/item/result-kind';
import { words } from '../domain/language';
import { oneLine } from '../base/safe-text';
import { chineseNumeral } from '../base/numeral';
import { officeNumber } from '../domain/plan/plan';
import type { Paragraph } from './paper';

/** The words of official papers, which are in Chinese whatever language the screen has. */
export const office = words('zh-CN');

/** Text that somebody wrote, on one line and of characters that XML can hold. */
export const said = (text: string): string => oneLine(text.replace(/\p{Noncharacter_Code_Point}/gu, ''));

/** The same as a part of a longer sentence: without its last stop, and without a number of its own. */
export const clause = (text: string): string =>
  said(text)
    .replace(/^[(（]\d{1,2}[)）]\s*/, '')
    .replace(/(?<![\s。；;，,、.])[\s。；;，,、.]+$/, '');

const INNER: Readonly<Record<string, string>> = { '“': '‘', '”': '’' };

/** Quotation marks within quotation marks are single ones (GB/T 15834-2011, 4.8). */
export const quoted = (text: string): string => `“${text.replace(/[“”]/g, (mark) => INNER[mark] ?? mark)}”`;

/** `“……”问题`, where the name of the problem need not end with that word itself. */
export const problemNamed = (problem: string): string => {
  const name = clause(problem);
  return `${quoted(name.replace(/(.)的?问题$/u, '$1'))}问题`;
};

/** What the clerk has to fill in. */
export const blank = (what: string): string => `【${what}】`;

/** 一 to 九十九, and figures beyond. */
export const ordinal = (n: number): string => (n < 100 ? chineseNumeral(n) : String(n));

/** `1.2` as papers write it: `（一）2`. */
export const numbered = (number: ItemNumber): string =>
  officeNumber(number).replace('(', '（').replace(')', '）');

/** `一是……；二是……。`; a single one is not numbered. */
export const enumerated = (clauses: readonly string[]): string => {
  if (clauses.length < 2) return clauses.map((one) => `${one}。`).join('');
  return `${clauses.map((one, index) => `${ordinal(index + 1)}是${one}`).join('；')}。`;
};

/** An amount in fen as `4,080元` or `4,080.50元`. */
export const yuan = (fen: number): string => `${yuanText(fen)}元`;

/** A figure of 整改成效, as `收缴资金4,080元`. */
export const resultText = (kind: ResultKind, figure: number): string =>
  office.resultFigure(kind, figure).replaceAll(' ', '');

/** A rule (制度) by its title. */
export const titled = (regulation: string): string => {
  const title = clause(regulation);
  return title.startsWith('《') ? title : `《${title}》`;
};

/** A date, marked where its year has no published schedule of holidays yet. */
export const dayIn =
  (calendar: Calendar) =>
  (date: CivilDate): string =>
    `${office.date.day(date)}${isProvisional(calendar, date) ? office.date.provisional : ''}`;

/** A time limit, and the first one where it was moved since. */
export const limitText = (
  {
    deadline,
    originalDeadline,
  }: { deadline?: CivilDate | undefined; originalDeadline?: CivilDate | undefined },
  day: (date: CivilDate) => string,
): string => {
  if (deadline === undefined) return office.date.none;
  const moved = originalDeadline !== undefined && originalDeadline !== deadline;
  return `${day(deadline)}${moved ? `（原定${day(originalDeadline)}）` : ''}`;
};

/** A title; a drill (演练) says so before anything else. */
export const titleOf = (text: string, { drill }: Clock): string =>
  `${drill === undefined ? '' : '【演练】'}${text}`;

/** How many characters of a title fit on a line of 156 mm. */
export const TITLE_LINE = 20;

/** Says that nobody has signed it yet. */
export const DRAFT_MARK: Paragraph = { part: 'mark', text: '（代拟稿）' };
