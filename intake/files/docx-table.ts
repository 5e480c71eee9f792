import type { SourceCell } from '..';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import type { NumberedLine } from './list-marks';
import { isOn } from './docx-styles';
import type { Unseen, WhyUnseen } from './unseen';
import type { Attributes } from './xml';

/** A cell, and where it was merged the one that is shown in its place. */
export type DocxCell = {
  span: number;
  isMerged: boolean;
  shown: DocxCell | undefined;
  isDeleted: boolean;
  lines: NumberedLine[];
  source: SourceCell;
};

/** A place of the grid; undefined where a row has no cell. */
type Place = DocxCell | undefined;
type Row = { line: number; places: Place[]; gone?: WhyUnseen };

const textOf = ({ lines }: DocxCell): string =>
  lines
    .map(({ text }) => text)
    .join('')
    .trim();

const unlessDeleted = (place: Place): Place => (place?.isDeleted ? undefined : place);
const left = (places: readonly Place[]): Place[] => places.filter((place) => place?.isDeleted !== true);

/** Collects the cells of one table, and lays them out when all are there (ECMA-376, part 1, 17.4). */
export class TableBuilder {
  readonly #rows: Row[] = [];
  #row: Row;
  #above: Row | undefined;
  #cell: DocxCell | undefined;

  constructor(
    line: number,
    private readonly unseen: Unseen,
  ) {
    this.#row = { line, places: [] };
  }

  get cell(): DocxCell | undefined {
    return this.#cell;
  }

  /** The first paragraph of the row, by which the row is known. */
  get line(): number {
    return this.#row.line;
  }

  /** Whether nobody sees what stands in the present cell. */
  get isUnseen(): boolean {
    const cell = this.#cell;
    return this.#row.gone !== undefined || cell?.isDeleted === true || cell?.shown !== undefined;
  }

  beginRow(line: number): void {
    this.#above = this.#rows.at(-1);
    this.#row = { line, places: [] };
  }

  /** A child of `w:trPr`. */
  ofRow(name: string, { val }: Attributes): void {
    if (name === 'del') this.#row.gone = 'deleted';
    else if (name === 'hidden' && isOn(val)) this.#row.gone ??= 'hidden';
    else if (name === 'gridBefore') {
      this.#reserve(Number(val) || 0);
      for (let column = 0; column < Number(val); column++) this.#row.places.push(undefined);
    }
  }

  #reserve(columns: number): void {
    if (this.#row.places.length + columns > LIMITS.columns) throw new DocumentError('too-much-inside');
  }

  beginCell(): void {
    this.#cell = {
      span: 1,
      isMerged: false,
      shown: undefined,
      isDeleted: false,
      lines: [],
      source: { text: '' },
    };
  }

  /** A child of `w:tcPr`. */
  ofCell(name: string, { val, vMerge }: Attributes): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    if (name === 'gridSpan') cell.span = Math.max(1, Number(val) || 1);
    else if (name === 'cellDel') cell.isDeleted = true;
    else if (name === 'vMerge') this.#merge(cell, val === 'restart', this.#cellAbove());
    else if (name === 'hMerge') this.#merge(cell, val === 'restart', this.#row.places.at(-1));
    else if (name === 'cellMerge') this.#merge(cell, vMerge !== 'cont', this.#cellAbove());
  }

  #cellAbove(): DocxCell | undefined {
    return this.#above?.places[this.#row.places.length];
  }

  /** One that goes on without anything to go on from begins. */
  #merge(cell: DocxCell, begins: boolean, before: DocxCell | undefined): void {
    cell.isMerged = true;
    if (!begins && before?.isMerged) cell.shown = before.shown ?? before;
  }

  endCell(): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    this.#reserve(cell.span);
    for (let column = 0; column < cell.span; column++) this.#row.places.push(cell);
    if (cell.shown) this.unseen.add(this.line, 'covered', textOf(cell));
    this.#cell = undefined;
  }

  /** How many places of the grid the row takes. */
  endRow(): number {
    this.#rows.push(this.#row);
    return this.#row.places.length;
  }

  /**
   * The rows that are there. A deleted cell leaves its place empty, unless others have come in for it, or all rows
   * have lost the same.
   */
  rows(): { line: number; cells: Place[] }[] {
    const seen = this.#rows.filter(({ gone }) => gone === undefined);
    const width = seen.reduce((most, { places }) => Math.max(most, left(places).length), 0);
    const rows = seen.map(({ line, places }) => ({
      line,
      cells: (left(places).length >= width ? left(places) : places.map(unlessDeleted)).map(
        (cell) => cell && (cell.shown ?? cell),
      ),
    }));
    this.#tellLost(new Set(rows.flatMap(({ cells }) => cells)));
    return rows;
  }

  #tellLost(shown: ReadonlySet<Place>): void {
    for (const { line, places, gone = 'deleted' } of this.#rows)
      for (const cell of new Set(places))
        if (cell && cell.shown === undefined && !shown.has(cell)) this.unseen.add(line, gone, textOf(cell));
  }
}
