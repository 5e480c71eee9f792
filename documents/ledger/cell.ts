import { type Calendar, isProvisional } from '../../domain/calendar/calendar';
import type { CivilDate } from '../../domain/calendar/civil';

export type Json = string | number | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The content of a cell of the ledger: for people as text, date or number, for programs as `value`, where that is
 * not what people read (codes and ids of what is shown in words and names).
 */
export type Cell =
  | { type: 'text'; text: string; value?: Json }
  | { type: 'date'; date: CivilDate; provisional: boolean }
  | { type: 'number'; number: number }
  | { type: 'money'; fen: number };

export const said = (text: string, value?: Json): Cell => ({
  type: 'text',
  text,
  ...(value !== undefined && { value }),
});

/** A text as somebody wrote it. */
export const written = (text: string | undefined): Cell | undefined =>
  text === undefined || text === '' ? undefined : said(text, text);

/** The day on which something happened. */
export const dayCell = (date: CivilDate | undefined): Cell | undefined =>
  date && { type: 'date', date, provisional: false };

/** A deadline, which is provisional (暂定) in a year without a published schedule of holidays. */
export const deadlineCell = (date: CivilDate | undefined, calendar: Calendar): Cell | undefined =>
  date && { type: 'date', date, provisional: isProvisional(calendar, date) };

export const numberCell = (number: number): Cell => ({ type: 'number', number });

/** What programs read of a cell; undefined for a mere remark such as 未设时限. Money is in fen. */
export const machineValue = (cell: Cell): Json | undefined => {
  switch (cell.type) {
    case 'text':
      return cell.value;
    case 'date':
      return cell.date;
    case 'number':
      return cell.number;
    case 'money':
      return cell.fen;
  }
};
