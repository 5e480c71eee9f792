import type { SourceBlock, SourceCell } from '..';
import type { DocumentPackage } from './package';
import { shownNumber } from './number-format';
import { type Attributes, readXml, type XmlHandlers } from './xml';
import { type Area, type Place, Room, SheetGrid } from './xlsx-grid';
import { readWorkbook, unescaped, type Workbook } from './xlsx-workbook';

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

/** Day 0 of Excel's count, and a day, in milliseconds. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The number that a cell of type `d` stands for (ISO 8601; ECMA-376, part 1, 18.18.11). */
const serialOf = (iso: string): number => (Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - EPOCH) / DAY;

const isTrue = (flag: string | undefined) => flag === '1' || flag === 'true';

const isHidden = ({ hidden, ht, width }: Attributes): boolean =>
  isTrue(hidden) || Number(ht ?? width ?? 1) === 0;

/** Collects the cells of one sheet (ECMA-376, part 1, 18.3). */
class SheetReader implements XmlHandlers {
  readonly #grid = new SheetGrid();
  #row = 0;
  #column = -1;
  #cell: OpenCell | undefined;
  #taken = false;
  /** In a pronunciation, which is not part of the text. */
  #isSpoken = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly room: Room,
  ) {}

  open(tag: string, attributes: Attributes): void {
    const { r, t = 'n', s, ref, min, max } = attributes;
    if (tag === 'row') {
      [this.#row, this.#column] = [Number(r ?? this.#row + 1), -1];
      if (isHidden(attributes)) this.#grid.hideRow(this.#row);
    } else if (tag === 'col' && isHidden(attributes))
      this.#grid.hideColumns(Number(min) - 1, Number(max) - 1);
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
    if (cell.isFormula && cell.text === '') this.#grid.uncalculated(cell.row);
    const { text, isNumber } = this.#shown(cell);
    this.room.take(text);
    const plain = text.replace(/\r\n?/g, '\n').trim();
    if (plain !== '') this.#grid.put(cell, { text: plain, ...(isNumber && { isNumber }) });
    else if (cell.text.trim() !== '' && cell.type === 'n') this.#grid.valueHidden(cell.row, cell.text);
  }

  #shown({ type, style, text }: OpenCell): SourceCell {
    if (type === 's') return { text: this.workbook.stringAt(Number(text)) };
    if ((type !== 'n' && type !== 'd') || text.trim() === '') return { text: unescaped(text) };
    const isDay = type === 'd';
    const value = isDay ? serialOf(text) : Number(text);
    if (!Number.isFinite(value)) return { text };
    const format = this.workbook.formats[style] ?? 'General';
    if (format === 'General') return isDay ? { text } : { text: shownNumber(format, value), isNumber: true };
    return { text: shownNumber(format, value, this.workbook.from1904 && !isDay ? DAYS_TO_1904 : 0) };
  }

  #merge(reference: string): void {
    const area = areaOf(reference);
    if (area) this.#grid.merge(area);
  }

  read(): ReturnType<SheetGrid['read']> {
    return this.#grid.read();
  }
}

/** The sheets of a workbook as tables, each cell as it is shown; empty sheets are left out. */
export const readXlsx = async (parts: DocumentPackage): Promise<SourceBlock[]> => {
  const workbook = await readWorkbook(parts);
  const blocks: SourceBlock[] = [];
  const room = new Room();
  for (const { name: sheet, part, hidden } of workbook.sheets) {
    const reader = new SheetReader(workbook, room);
    await readXml(parts, part, reader);
    const { table, notes } = reader.read();
    if (table.rows.length > 0) blocks.push({ table: { ...table, sheet, ...(hidden && { hidden }) } });
    for (const note of notes) blocks.push({ note: { ...note, sheet } });
  }
  return blocks;
};
