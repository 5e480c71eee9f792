import { CsvError, parse } from 'csv-parse/sync';
import type { SourceBlock, SourceTable } from '..';
import { headerOf } from '../table/header';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import { decodeText } from './text-file';

/** What parts the cells: of Chinese and English Excel, of Excel in countries with a decimal comma, of pasted cells. */
const SEPARATORS = [',', ';', '\t'] as const;

/** Excel's own line before the first, which is none of the table. */
const SAYS_SEPARATOR = /^sep=(.)\r?\n/i;

/** A number that Excel has cut: who typed 2021.10 finds 2021.1 in the file. */
const MAY_BE_CUT = /^\d{4}\.1$/;

type Line = { record: string[]; info: { lines: number } };

const linesOf = (text: string, delimiter: string, relaxed: boolean): Line[] =>
  parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: relaxed,
    skip_empty_lines: false,
    max_record_size: LIMITS.characters,
  }) as unknown as Line[];

const tableOf = (lines: readonly Line[], skipped: number): SourceTable => {
  let cells = 0;
  const rows = lines.map(({ record }, index) => {
    cells += record.length;
    if (cells > LIMITS.cells || record.length > LIMITS.columns) throw new DocumentError('too-much-inside');
    return {
      // A record begins where the one before it ended.
      line: 1 + skipped + (lines[index - 1]?.info.lines ?? 0),
      cells: record.map((value) => {
        const text = value.trim();
        return text === '' ? undefined : { text, ...(MAY_BE_CUT.test(text) && { isNumber: true as const }) };
      }),
    };
  });
  return { rows: rows.filter(({ cells: all }) => all.some((cell) => cell !== undefined)) };
};

const countOf = (text: string, character: string): number => {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
};

/** A quote in the midst of a cell is one; a text that cannot be parted at all is damaged. */
const tableBy = (text: string, separator: string, skipped: number): SourceTable | undefined => {
  for (const relaxed of [false, true])
    try {
      return tableOf(linesOf(text, separator, relaxed), skipped);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
  return undefined;
};

const columnsOf = (table: SourceTable): number => headerOf(table)?.columns.size ?? 0;
const widthOf = ({ rows }: SourceTable): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/**
 * A table of comma-separated values (RFC 4180), also with semicolons or tabs: whichever gives the most headings that
 * are known, else the widest table. In UTF-8, UTF-16 or GB 18030.
 * @throws DocumentError `not-text`, `damaged`, `too-large`, `too-much-inside`
 */
export const readCsv = (bytes: Uint8Array): SourceBlock[] => {
  if (bytes.length > LIMITS.text) throw new DocumentError('too-large');
  const whole = decodeText(bytes);
  const said = SAYS_SEPARATOR.exec(whole);
  const text = whole.slice(said?.[0].length ?? 0).replace(/\r\n?/g, '\n');
  if (countOf(text, '\n') > LIMITS.paragraphs) throw new DocumentError('too-large');
  const counts = (said?.[1] ? [said[1]] : SEPARATORS).map(
    (separator) => [separator, countOf(text, separator)] as const,
  );
  const few = counts.filter(([, count]) => count <= LIMITS.cells);
  if (few.length === 0) throw new DocumentError('too-much-inside');
  // One that does not occur parts nothing, as any other would that does not.
  const found = few.filter(([, count]) => count > 0);
  const separators = (found.length > 0 ? found : few.slice(0, 1)).map(([separator]) => separator);
  const tables = separators
    .map((separator) => tableBy(text, separator, said ? 1 : 0))
    .filter((table) => table !== undefined)
    .sort((a, b) => columnsOf(b) - columnsOf(a) || widthOf(b) - widthOf(a));
  const [best] = tables;
  if (best === undefined) throw new DocumentError('damaged');
  return best.rows.length === 0 ? [] : [{ table: best }];
};
