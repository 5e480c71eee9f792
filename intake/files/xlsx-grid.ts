import type { Note, SourceCell, SourceTable } from '..';
import { DocumentError } from './fault';
import { LIMITS } from './limits';

export type Place = { row: number; column: number };
export type Area = { from: Place; to: Place };

/** Rows times columns of a sheet, empty places included. */
const MOST_PLACES = 10 * LIMITS.cells;

/** What all sheets of a workbook may hold together: a text that many cells share counts for each. */
export class Room {
  #cells: number = LIMITS.cells;
  #characters: number = LIMITS.characters;

  /** Takes the room of a cell. @throws DocumentError `too-much-inside` */
  take(text: string): void {
    this.#cells -= text === '' ? 0 : 1;
    this.#characters -= text.length;
    if (this.#cells < 0 || this.#characters < 0) throw new DocumentError('too-much-inside');
  }
}

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

/** The cells of a sheet as a person sees them: one that is merged at all places that it covers, what is hidden apart. */
export class SheetGrid {
  readonly #rows = new Map<number, (SourceCell | undefined)[]>();
  readonly #areas: Area[] = [];
  readonly #uncalculated = new Set<number>();
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #notes: Note[] = [];

  put({ row, column }: Place, cell: SourceCell): void {
    if (column >= LIMITS.columns) throw new DocumentError('too-much-inside');
    const cells = this.#rows.get(row) ?? [];
    cells[column] = cell;
    this.#rows.set(row, cells);
  }

  merge(area: Area): void {
    this.#areas.push(area);
    if (this.#areas.length > LIMITS.cells) throw new DocumentError('too-much-inside');
  }

  hideRow(row: number): void {
    this.#hiddenRows.add(row);
  }

  /** Columns from 0, both ends included. */
  hideColumns(from: number, to: number): void {
    for (let column = from; column <= to && column < LIMITS.columns; column++)
      this.#hiddenColumns.add(column);
  }

  /** A formula of which the file has no value. */
  uncalculated(row: number): void {
    this.#uncalculated.add(row);
  }

  /** A value that its cell does not show. */
  valueHidden(line: number, text: string): void {
    this.#notes.push({ line, type: 'not-shown', why: 'value-hidden', text });
  }

  #coveredAt(row: number, column: number, cell: SourceCell | undefined): void {
    const covered = this.#rows.get(row)?.[column];
    if (covered === undefined || covered === cell) return;
    this.#notes.push({ line: row, type: 'not-shown', why: 'covered', text: covered.text });
  }

  /** An area may name the whole sheet: only rows and columns that are there are filled. */
  #fill(numbers: readonly number[], width: number): void {
    let filled = 0;
    for (const { from, to } of this.#areas) {
      const cell = this.#rows.get(from.row)?.[from.column];
      const end = Math.min(to.column + 1, width);
      for (let index = firstFrom(numbers, from.row); (numbers[index] ?? Infinity) <= to.row; index++) {
        const row = numbers[index] ?? 0;
        filled += Math.max(end - from.column, 1);
        if (filled > MOST_PLACES) throw new DocumentError('too-much-inside');
        for (let column = from.column; column < end; column++) this.#coveredAt(row, column, cell);
        this.#rows.get(row)?.fill(cell, from.column, end);
      }
    }
  }

  /** What stands in a hidden column only is told once for the column. */
  #dropHidden(numbers: readonly number[], width: number): void {
    const hidden = [...this.#hiddenColumns].filter((column) => column < width);
    if (hidden.length === 0) return;
    const seen = new Set<SourceCell>();
    for (const cells of this.#rows.values())
      cells.forEach((cell, column) => {
        if (cell && !this.#hiddenColumns.has(column)) seen.add(cell);
      });
    for (const column of hidden) {
      const cells = numbers.map((row) => ({ row, cell: this.#rows.get(row)?.[column] }));
      const lost = cells.filter(({ cell }) => cell !== undefined && !seen.has(cell));
      const texts = new Set(lost.map(({ cell }) => cell?.text ?? ''));
      const [first] = lost;
      const text = [...texts].join(' | ');
      if (first) this.#notes.push({ line: first.row, type: 'not-shown', why: 'column-hidden', text });
      for (const row of numbers) this.#rows.get(row)?.fill(undefined, column, column + 1);
    }
  }

  /** Each run of hidden rows. */
  #hiddenRuns(numbers: readonly number[]): Note[] {
    const runs: { line: number; to: number }[] = [];
    numbers.forEach((row, index) => {
      if (!this.#hiddenRows.has(row)) return;
      const last = runs.at(-1);
      if (last && numbers[index - 1] === last.to) last.to = row;
      else runs.push({ line: row, to: row });
    });
    return runs.map(({ line, to }) => ({ line, type: 'rows-hidden', to }));
  }

  /** The table, and what in the sheet nobody sees. */
  read(): { table: SourceTable; notes: Note[] } {
    const numbers = [...this.#rows.keys()].sort((a, b) => a - b);
    const width = numbers.reduce((most, row) => Math.max(most, this.#rows.get(row)?.length ?? 0), 0);
    if (numbers.length * width > MOST_PLACES) throw new DocumentError('too-much-inside');
    for (const cells of this.#rows.values()) cells.length = width;
    this.#fill(numbers, width);
    this.#dropHidden(numbers, width);
    return {
      table: {
        rows: numbers.map((line) => ({ line, cells: Array.from(this.#rows.get(line) ?? []) })),
        ...(this.#uncalculated.size > 0 && { uncalculated: [...this.#uncalculated] }),
      },
      notes: [...this.#notes, ...this.#hiddenRuns(numbers)],
    };
  }
}
