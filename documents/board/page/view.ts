import { type CivilDate, yearOf } from '../../../domain/calendar/civil';
import type { Words } from '../../../domain/language';
import { html, type Markup } from '../../../base/markup';
import type { Board } from '../board';
import type { ShownDay } from '../ladder';
import type { BoardWords } from '../language/words';

/** A board, and the language in which it is shown; dates of `year` are written without it. */
export type View = {
  board: Board;
  words: Words;
  say: BoardWords;
  year: number;
  /** Any item has a priority or tags, for which there is a column then. */
  hasPriorities: boolean;
};

/** The year in which most deadlines lie; where there are none, that of today. */
export const usualYear = ({ items, today }: Board): number => {
  const years = items.flatMap(({ deadline }) => (deadline ? [yearOf(deadline.date)] : []));
  const count = (year: number) => years.filter((one) => one === year).length;
  return [...new Set(years)].reduce((a, b) => (count(b) > count(a) ? b : a), years[0] ?? yearOf(today));
};

/** `MM-DD`, with the year where it is not the usual one. */
export const dateText = (date: CivilDate, { year }: Pick<View, 'year'>): string =>
  yearOf(date) === year ? date.slice(5) : date;

const mark = (provisional: boolean, { say }: Pick<View, 'say'>): string =>
  provisional ? say.provisional : '';

/** The same, marked where it is provisional. */
export const dayText = ({ date, provisional }: ShownDay, view: View): string =>
  `${dateText(date, view)}${mark(provisional, view)}`;

/** The same in a narrow column: another year goes below the day. */
export const narrowDay = ({ date, provisional }: ShownDay, view: View): Markup =>
  html`${date.slice(5)}${mark(provisional, view)}${small(
    yearOf(date) === view.year ? undefined : String(yearOf(date)),
  )}`;

/** A second line of a cell, if there is something to say. */
export const small = (text: string | undefined): Markup | undefined =>
  text === undefined || text === '' ? undefined : html`<small>${text}</small>`;

/** A cell of a number; a zero is muted. */
export const count = (value: number, alarm = false): Markup =>
  html`<td class="${value === 0 ? 'n zero' : alarm ? 'n alarm' : 'n'}">${String(value)}</td>`;

export const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');
