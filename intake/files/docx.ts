import type { SourceBlock, SourceCell, SourceRow } from '..';
import { DocxNumbering, type ListPlace } from './docx-numbering';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import type { DocumentPackage } from './package';
import { type Attributes, readXml, type XmlHandlers } from './xml';

export const DOCX_MAIN = 'word/document.xml';

type Paragraph = { text: string; style?: string; place: Partial<ListPlace> };
type Cell = { column: number; span: number; merged: 'no' | 'begins' | 'goes-on'; lines: string[] };
type Table = { rows: SourceRow[]; cells: (SourceCell | undefined)[]; line: number; cell?: Cell };

/** What is shown twice, was moved away, or is said in the document's own language of fields. */
const SKIPPED = new Set(['Fallback', 'moveFrom', 'del', 'instrText', 'rt']);

const BREAKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Collects the paragraphs and tables of a document's body (ECMA-376, part 1, 17). */
class BodyReader implements XmlHandlers {
  readonly blocks: SourceBlock[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  #count = 0;
  #size = 0;
  #skipped = 0;
  #inText = false;

  constructor(private readonly numbering: DocxNumbering) {}

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name)) this.#skipped += 1;
    else if (name === 't') this.#inText = true;
    else if (name === 'p') this.#begin();
    else if (name in BREAKS) this.#add(BREAKS[name] ?? '');
    else this.#openOther(name, attributes);
  }

  #openOther(name: string, { val }: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const table = this.#tables.at(-1);
    if (name === 'tbl') this.#tables.push({ rows: [], cells: [], line: this.#count + 1 });
    else if (name === 'tr' && table) [table.cells, table.line] = [[], this.#count + 1];
    else if (name === 'tc' && table)
      table.cell = { column: table.cells.length, span: 1, merged: 'no', lines: [] };
    else if (name === 'gridSpan' && table?.cell) table.cell.span = Math.max(1, Number(val) || 1);
    else if (name === 'vMerge' && table?.cell) table.cell.merged = val === 'restart' ? 'begins' : 'goes-on';
    else if (name === 'gridBefore' && table)
      table.cells.push(
        ...Array.from({ length: Math.min(Number(val) || 0, LIMITS.columns) }, () => undefined),
      );
    else if (name === 'pStyle' && paragraph && val !== undefined) paragraph.style = val;
    else if (name === 'numId' && paragraph && val !== undefined) paragraph.place.list = val;
    else if (name === 'ilvl' && paragraph) paragraph.place.level = Number(val ?? 0);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (name === 't') this.#inText = false;
    else if (name === 'p') this.#end();
    else if (name === 'tc') this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#endTable();
  }

  text(text: string): void {
    if (this.#inText && this.#skipped === 0) this.#add(text);
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    this.#size += text.length;
    if (this.#size > LIMITS.characters) throw new DocumentError('too-much-inside');
    paragraph.text += text;
  }

  #begin(): void {
    this.#count += 1;
    if (this.#count > LIMITS.paragraphs) throw new DocumentError('too-much-inside');
    this.#paragraphs.push({ text: '', place: {} });
  }

  #end(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const { place, style } = paragraph;
    const inList =
      place.list === undefined ? this.numbering.ofStyle(style) : { level: 0, ...place, list: place.list };
    const number = inList === undefined || paragraph.text.trim() === '' ? '' : this.numbering.next(inList);
    const lines = `${number}${paragraph.text}`.split('\n');
    const cell = this.#tables.at(-1)?.cell;
    for (const text of lines)
      if (cell) cell.lines.push(text);
      else this.blocks.push({ line: { line: this.#count, text } });
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    const cell = table?.cell;
    if (table === undefined || cell === undefined) return;
    const above = table.rows.at(-1)?.cells[cell.column];
    const own: SourceCell = { text: cell.lines.join('\n').trim() };
    const shown = cell.merged === 'goes-on' && above !== undefined ? above : own;
    if (table.cells.length + cell.span > LIMITS.columns) throw new DocumentError('too-much-inside');
    table.cells.push(...Array.from({ length: cell.span }, () => shown));
    delete table.cell;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    table?.rows.push({ line: table.line, cells: table.cells });
  }

  /** A table in a cell is part of what the cell says. */
  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const outer = this.#tables.at(-1)?.cell;
    if (outer === undefined) {
      this.blocks.push({ table: { rows: table.rows } });
      return;
    }
    for (const { cells } of table.rows)
      outer.lines.push(...Array.from(new Set(cells), (cell) => cell?.text ?? ''));
  }
}

/** The paragraphs, numbered from 1 in their order, and the tables of a Word document. */
export const readDocx = async (parts: DocumentPackage): Promise<SourceBlock[]> => {
  const reader = new BodyReader(await DocxNumbering.of(parts));
  await readXml(parts, DOCX_MAIN, reader);
  return reader.blocks;
};
