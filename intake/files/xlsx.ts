import { ofExcelSerial, type SourceBlock, type SourceCell, type SourceTable } from '..';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import type { DocumentPackage } from './package';
import { type Attributes, readXml, type XmlHandlers } from './xml';
import { readWorkbook, unescaped, type Workbook } from './xlsx-workbook';

type Place = { row: number; column: number };
type Area = { from: Place; to: Place };
type OpenCell = Place & { type: string; style: number; text: string; isFormula: boolean };

/** `AB12` is column 27 (from 0) of row 12. */
const placeOf = (reference: string): Place | undefined => {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row), column };
};

const areaOf = (reference: string): Area | undefined => {
  const [from, to] = reference.split(':').map(placeOf);
  return from && to && { from, to };
};

/** Days between the two ways of counting. */
const DAYS_TO_1904 = 1462;

/** Rows times columns of a sheet, empty places included. */
const MOST_PLACES = 10 * LIMITS.cells;

/** The index of the first number that is not below another, in a rising list. */
const firstFrom = (numbers: readonly number[], least: number): number => {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Collects the cells of one sheet (ECMA-376, part 1, 18.3). */
class SheetReader implements XmlHandlers {
  readonly #rows = new Map<number, (SourceCell | undefined)[]>();
  readonly #areas: Area[] = [];
  readonly #uncalculated = new Set<number>();
  #row = 0;
  #column = -1;
  #cell: OpenCell | undefined;
  #taken = false;
  /** In a pronunciation, which is not part of the text. */
  #isSpoken = false;
  #cells = 0;

  constructor(private readonly workbook: Workbook) {}

  open(tag: string, { r, t = 'n', s, ref }: Attributes): void {
    if (tag === 'row') [this.#row, this.#column] = [Number(r ?? this.#row + 1), -1];
    else if (tag === 'c') this.#begin(r, t, Number(s ?? 0));
    else if (tag === 'v' || tag === 't') this.#taken = !this.#isSpoken;
    else if (tag === 'rPh') this.#isSpoken = true;
    else if (tag === 'f' && this.#cell) this.#cell.isFormula = true;
    else if (tag === 'mergeCell') this.#merge(ref ?? '');
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#taken = false;
    else if (tag === 'rPh') this.#isSpoken = false;
    else if (tag === 'c') this.#end();
  }

  text(text: string): void {
    if (this.#taken && this.#cell) this.#cell.text += text;
  }

  #begin(reference: string | undefined, type: string, style: number): void {
    const place = (reference === undefined ? undefined : placeOf(reference)) ?? {
      row: this.#row,
      column: this.#column + 1,
    };
    this.#column = place.column;
    this.#cell = { ...place, type, style, text: '', isFormula: false };
  }

  #end(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined) return;
    const text = this.#shown(cell).replace(/\r\n?/g, '\n').trim();
    if (cell.isFormula && cell.text === '') this.#uncalculated.add(cell.row);
    if (text === '') return;
    this.#cells += 1;
    if (this.#cells > LIMITS.cells || cell.column >= LIMITS.columns)
      throw new DocumentError('too-much-inside');
    const row = this.#rows.get(cell.row) ?? [];
    row[cell.column] = { text };
    this.#rows.set(cell.row, row);
  }

  #shown({ type, style, text }: OpenCell): string {
    if (type === 's') return this.workbook.stringAt(Number(text));
    if (type !== 'n' || text === '') return unescaped(text);
    const serial = Number(text) + (this.workbook.from1904 ? DAYS_TO_1904 : 0);
    const date = this.workbook.dateStyles[style] === true ? ofExcelSerial(serial) : undefined;
    return date ?? text;
  }

  #merge(reference: string): void {
    const area = areaOf(reference);
    if (area) this.#areas.push(area);
    if (this.#areas.length > LIMITS.cells) throw new DocumentError('too-much-inside');
  }

  /** An area may name the whole sheet: only rows and columns that are there are filled. */
  #fill(numbers: readonly number[], width: number): void {
    let filled = 0;
    for (const { from, to } of this.#areas) {
      const cell = this.#rows.get(from.row)?.[from.column];
      if (cell === undefined) continue;
      for (let index = firstFrom(numbers, from.row); (numbers[index] ?? Infinity) <= to.row; index++) {
        const end = Math.min(to.column + 1, width);
        this.#rows.get(numbers[index] ?? 0)?.fill(cell, from.column, end);
        filled += end - from.column;
        if (filled > MOST_PLACES) throw new DocumentError('too-much-inside');
      }
    }
  }

  table(): SourceTable {
    const numbers = [...this.#rows.keys()].sort((a, b) => a - b);
    const width = numbers.reduce((most, row) => Math.max(most, this.#rows.get(row)?.length ?? 0), 0);
    if (numbers.length * width > MOST_PLACES) throw new DocumentError('too-much-inside');
    for (const cells of this.#rows.values()) cells.length = width;
    this.#fill(numbers, width);
    return {
      rows: numbers.map((line) => ({ line, cells: Array.from(this.#rows.get(line) ?? []) })),
      ...(this.#uncalculated.size > 0 && { uncalculated: [...this.#uncalculated] }),
    };
  }
}

/** The sheets of a workbook as tables, dates as `YYYY-MM-DD`; empty sheets are left out. */
export const readXlsx = async (parts: DocumentPackage): Promise<SourceBlock[]> => {
  const workbook = await readWorkbook(parts);
  const tables: SourceTable[] = [];
  for (const { name, part, hidden } of workbook.sheets) {
    const reader = new SheetReader(workbook);
    await readXml(parts, part, reader);
    const table = reader.table();
    if (table.rows.length > 0) tables.push({ ...table, sheet: name, ...(hidden && { hidden }) });
  }
  return tables.map((table) => ({ table }));
};
