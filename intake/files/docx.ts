import type { Note, SourceBlock, SourceRow } from '..';
import { box, FieldReader } from './docx-fields';
import { DocxNumbering } from './docx-numbering';
import { DocxParagraph } from './docx-paragraph';
import { DocxStyles, isOn, type Look, lookAt } from './docx-styles';
import { shownIn, symbolOf } from './docx-symbols';
import { type DocxCell, TableBuilder } from './docx-table';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import { ListMarks, type NumberedLine } from './list-marks';
import type { DocumentPackage } from './package';
import { mainPart, partOfKind, relationsOf } from './relations';
import { Unseen, type WhyUnseen } from './unseen';
import { type Attributes, readXml, type XmlHandlers } from './xml';

type Run = {
  look: Look;
  style?: string;
  font?: string | undefined;
  why?: WhyUnseen | undefined;
  isKnown?: true;
};

/** A content control; `checked` for one to tick, and where its sign begins. */
type Control = { isPlaceholder: boolean; checked?: boolean; sign?: { paragraph: DocxParagraph; at: number } };

/** A paragraph that the next one goes on with, and the cell that it stands in. */
type Begun = { paragraph: DocxParagraph; text: string; cell: DocxCell | undefined; depth: number };

type Block = { line: NumberedLine } | { table: SourceRow[] };

/** What is shown twice, or only says how something is pronounced. */
const SKIPPED = new Set(['Fallback', 'rt']);

/** What was before a change that is tracked. */
const isSkipped = (name: string): boolean => SKIPPED.has(name) || name.endsWith('Change');

const BREAKS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

/** Elements of these names mark what they stand in as deleted, instead of holding what was. */
const MARKED = new Set(['rPr', 'trPr', 'ctrlPr']);
const isDeletion = (name: string, parent: string): boolean =>
  (name === 'del' || name === 'moveFrom') && !MARKED.has(parent);

/** What a control to tick may show; another sign says nothing to us but by its state. */
const IS_SIGN = /^\s*[☐☑☒□■✓✔√○●◉✗]\s*$/;

/** Collects the paragraphs and tables of a document's body as Word shows them (ECMA-376, part 1, 17). */
class BodyReader implements XmlHandlers {
  readonly #blocks: Block[] = [];
  readonly #lines: NumberedLine[] = [];
  readonly #cells: DocxCell[] = [];
  readonly #paragraphs: DocxParagraph[] = [];
  readonly #runs: Run[] = [];
  readonly #controls: Control[] = [];
  readonly #tables: TableBuilder[] = [];
  readonly #fields = new FieldReader();
  readonly #unseen = new Unseen();
  readonly #unknownFormats = new Map<string, number>();
  /** Whose properties are read: those of a run, or of the end of a paragraph. */
  #look: Look | undefined;
  #begun: Begun | undefined;
  #count = 0;
  #size = 0;
  #places = 0;
  #skipped = 0;
  #deletions = 0;
  #placeholders = 0;
  #inText: 'text' | 'deleted' | 'code' | undefined;

  constructor(
    private readonly styles: DocxStyles,
    private readonly numbering: DocxNumbering,
  ) {}

  open(name: string, attributes: Attributes, parent: string): void {
    if (this.#skipped > 0 || isSkipped(name)) this.#skipped += 1;
    else if (name === 't') this.#inText = 'text';
    else if (name === 'delText') this.#inText = 'deleted';
    else if (name === 'instrText') this.#inText = 'code';
    else if (isDeletion(name, parent)) this.#deletions += 1;
    else if (BREAKS.has(name) && parent !== 'tabs') this.#add(BREAKS.get(name) ?? '');
    else if (name === 'sym') this.#symbol(attributes);
    else if (parent === 'rPr') this.#ofText(name, attributes);
    else if (parent === 'trPr') this.#tables.at(-1)?.ofRow(name, attributes);
    else if (parent === 'tcPr') this.#tables.at(-1)?.ofCell(name, attributes);
    else if (parent === 'sdtPr' || parent === 'checkbox') this.#ofControl(name, attributes);
    else this.#begin(name, attributes, parent);
  }

  #begin(name: string, attributes: Attributes, parent: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'p') this.#beginParagraph();
    else if (name === 'r') this.#runs.push({ look: {} });
    else if (name === 'rPr')
      this.#look = parent === 'r' ? this.#runs.at(-1)?.look : parent === 'pPr' ? paragraph?.end : undefined;
    else if (name === 'tbl') this.#beginTable();
    else if (name === 'tr') this.#tables.at(-1)?.beginRow(this.#count + 1);
    else if (name === 'tc') this.#tables.at(-1)?.beginCell();
    else if (name === 'sdt') this.#controls.push({ isPlaceholder: false });
    else if (name === 'sdtContent') this.#beginContent();
    else if (name === 'pStyle' && paragraph) paragraph.style = attributes.val;
    else if (name === 'numId' && paragraph && attributes.val !== undefined)
      paragraph.place.list = attributes.val;
    else if (name === 'ilvl' && paragraph) paragraph.place.level = Number(attributes.val) || 0;
    else this.#add(this.#fields.open(name, attributes, parent));
  }

  close(name: string, parent: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (name === 't' || name === 'delText' || name === 'instrText') this.#inText = undefined;
    else if (isDeletion(name, parent)) this.#deletions -= 1;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'r') this.#runs.pop();
    else if (name === 'rPr') this.#look = undefined;
    else if (name === 'tc') this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#endTable();
    else if (name === 'sdt') this.#endControl();
    else this.#add(this.#fields.close(name));
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#inText === undefined) return;
    if (this.#inText === 'code') this.#fields.code(text);
    else if (this.#inText === 'deleted') this.#add(text, 'deleted');
    else if (!this.#fields.repeats) this.#write(text);
  }

  #ofText(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const run = this.#runs.at(-1);
    if (this.#look === undefined) return;
    if (this.#look === paragraph?.end) {
      if (name === 'del' || name === 'moveFrom') paragraph.end.isDeleted = true;
    } else if (name === 'rStyle' && run && attributes.val !== undefined) run.style = attributes.val;
    lookAt(this.#look, name, attributes);
  }

  /** How the present run looks, and why it is not read if it is not. */
  #run(): Run {
    const run = this.#runs.at(-1) ?? { look: {} };
    if (run.isKnown) return run;
    const { isHidden, isStruck, font } = this.styles.shown(
      this.#paragraphs.at(-1)?.style,
      run.style,
      run.look,
    );
    run.isKnown = true;
    run.font = font;
    run.why = isHidden ? 'hidden' : isStruck ? 'struck' : undefined;
    return run;
  }

  /** Text in the font of its run. */
  #write(text: string): void {
    const { text: shown, unknown } = shownIn(this.#run().font, text);
    this.#add(shown);
    this.#add(unknown, 'symbol');
  }

  #symbol({ font, char = '' }: Attributes): void {
    const symbol = symbolOf(font, parseInt(char, 16) || 0);
    if (symbol === undefined) this.#add(`${font ?? ''} ${char}`, 'symbol');
    else this.#add(symbol);
  }

  #add(text: string, reason?: WhyUnseen): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || text === '') return;
    this.#size += text.length;
    if (this.#size > LIMITS.characters) throw new DocumentError('too-much-inside');
    const why = this.#whyUnseen() ?? reason;
    if (why === undefined) paragraph.show(text);
    else paragraph.leaveOut(why, text);
  }

  #whyUnseen(): WhyUnseen | undefined {
    if (this.#deletions > 0) return 'deleted';
    return this.#placeholders > 0 ? 'placeholder' : this.#run().why;
  }

  #ofControl(name: string, { val }: Attributes): void {
    const control = this.#controls.at(-1);
    if (control === undefined) return;
    if (name === 'showingPlcHdr') control.isPlaceholder = isOn(val);
    else if (name === 'checkbox') control.checked = false;
    else if (name === 'checked') control.checked = isOn(val);
  }

  #beginContent(): void {
    const control = this.#controls.at(-1);
    const paragraph = this.#paragraphs.at(-1);
    if (control?.isPlaceholder) this.#placeholders += 1;
    if (control?.checked !== undefined && paragraph) control.sign = { paragraph, at: paragraph.text.length };
  }

  #endControl(): void {
    const control = this.#controls.pop();
    if (control?.isPlaceholder) this.#placeholders -= 1;
    const { checked, sign } = control ?? {};
    if (checked === undefined || sign === undefined || this.#whyUnseen() !== undefined) return;
    const { paragraph, at } = sign;
    if (!IS_SIGN.test(paragraph.text.slice(at))) paragraph.text = paragraph.text.slice(0, at) + box(checked);
  }

  /** Where things are told: tables by their rows. */
  get #place(): number {
    return this.#tables[0]?.line ?? this.#count;
  }

  #beginParagraph(): void {
    this.#count += 1;
    if (this.#count > LIMITS.paragraphs) throw new DocumentError('too-much-inside');
    this.#paragraphs.push(new DocxParagraph(this.#count, this.#place, this.#unseen));
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    paragraph.tell();
    const cell = this.#tables.at(-1)?.cell;
    const depth = this.#paragraphs.length;
    const begun = this.#begun;
    const goesOn = begun !== undefined && begun.cell === cell && begun.depth === depth;
    if (!goesOn) this.#endBegun();
    this.#begun = undefined;
    const text = `${goesOn ? begun.text : ''}${paragraph.text}`;
    const first = goesOn && begun.text.trim() !== '' ? begun.paragraph : paragraph;
    const { end, style } = paragraph;
    if (end.isDeleted ?? this.styles.shown(style, undefined, end).isHidden)
      this.#begun = { paragraph: first, text, cell, depth };
    else this.#put(first, text, cell);
  }

  /** Nothing came that would go on with it. */
  #endBegun(): void {
    const begun = this.#begun;
    this.#begun = undefined;
    if (begun && begun.text.trim() !== '') this.#put(begun.paragraph, begun.text, begun.cell);
  }

  #put({ line, place, style }: DocxParagraph, text: string, cell: DocxCell | undefined): void {
    const inList = this.#tables.some(({ isUnseen }) => isUnseen)
      ? undefined
      : this.numbering.placeOf(place, style);
    const mark = inList && this.numbering.next(inList);
    const { unknown } = mark ?? {};
    if (unknown !== undefined && !this.#unknownFormats.has(unknown))
      this.#unknownFormats.set(unknown, this.#place);
    text.split('\n').forEach((part, index) => {
      const own: NumberedLine = {
        line,
        text: part,
        ...(mark && index === 0 && text.trim() !== '' && { mark }),
      };
      this.#lines.push(own);
      if (cell) cell.lines.push(own);
      else this.#blocks.push({ line: own });
    });
  }

  #beginTable(): void {
    this.#endBegun();
    this.#tables.push(new TableBuilder(this.#count + 1, this.#unseen));
  }

  #endCell(): void {
    this.#endBegun();
    const table = this.#tables.at(-1);
    if (table?.cell) this.#cells.push(table.cell);
    table?.endCell();
  }

  #endRow(): void {
    this.#places += this.#tables.at(-1)?.endRow() ?? 0;
    if (this.#places > LIMITS.places) throw new DocumentError('too-much-inside');
  }

  /** A table in a cell is part of what the cell says. */
  #endTable(): void {
    const table = this.#tables.pop();
    const rows = table?.rows() ?? [];
    const outer = this.#tables.at(-1)?.cell;
    if (outer)
      outer.lines.push(
        ...rows.flatMap(({ cells }) => Array.from(new Set(cells)).flatMap((cell) => cell?.lines ?? [])),
      );
    else
      this.#blocks.push({
        table: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell?.source) })),
      });
  }

  /** What was read, with the numbers of lists, and what was left out. */
  blocks(): SourceBlock[] {
    this.#endBegun();
    const marks = new ListMarks(this.#lines);
    for (const { source, lines } of this.#cells)
      source.text = lines
        .map((line) => marks.textOf(line))
        .join('\n')
        .trim();
    const notes: Note[] = [
      ...this.#unseen.notes(),
      ...Array.from(this.#unknownFormats, ([format, line]): Note => ({
        line,
        type: 'number-format',
        format,
      })),
    ];
    return [
      ...this.#blocks.map((block): SourceBlock =>
        'line' in block
          ? { line: { line: block.line.line, text: marks.textOf(block.line) } }
          : { table: { rows: block.table } },
      ),
      ...notes.map((note) => ({ note })),
    ];
  }
}

/**
 * The paragraphs, numbered from 1 in their order, and the tables of a Word document, as a person
 * sees them; and in notes what it holds that nobody sees, or that is struck out.
 */
export const readDocx = async (parts: DocumentPackage): Promise<SourceBlock[]> => {
  const main = await mainPart(parts);
  const relations = await relationsOf(parts, main);
  const partOf = (kind: 'styles' | 'numbering') => partOfKind(parts, main, relations, kind);
  const styles = await DocxStyles.of(parts, partOf('styles'));
  const numbering = await DocxNumbering.of(parts, partOf('numbering'), styles);
  const reader = new BodyReader(styles, numbering);
  await readXml(parts, main, reader);
  return reader.blocks();
};
