import { capped } from '../../base/safe-text';
import { picture } from '../../base/printable';

/** Most characters of a cell, in UTF-16 units (Excel specifications and limits). */
export const MOST_CHARACTERS = 32_767;

/**
 * What XML 1.0 has no place for, what write-excel-file would drop, and U+FFFD, which it drops too; and what turns text
 * around unseen, so that a cell reads otherwise than it is stored.
 */
const IMPOSSIBLE = /(?![\t\n])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\u{FFFD}]/gu;

/** A character that cannot be kept is made visible: `␛` for ESC, `□` for what has no picture. */
const shown = (character: string): string => picture(character).replace('\u{FFFD}', '□');

/** In a cell `_x000D_` means a character by its number; text that looks so is escaped (ECMA-376, part 1, 22.9.2.19). */
const escaped = (text: string): string =>
  isTakenByObjects(text)
    ? `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}`
    : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** `constructor` and such: write-excel-file looks texts up in a plain object, and would take these for found. */
const isTakenByObjects = (text: string): boolean => text in {};

/**
 * A text from people as a cell of a workbook can hold it. It is written as a string, so that nothing in it is ever a
 * formula; one longer than a cell may be ends with `mark`.
 */
export const excelText = (text: string, mark: string): string => {
  const possible = text.replace(/\r\n?/g, '\n').replace(IMPOSSIBLE, shown);
  if (possible.length <= MOST_CHARACTERS) return escaped(possible);
  return escaped(capped(possible, MOST_CHARACTERS - mark.length) + mark);
};
