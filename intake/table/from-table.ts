import { CivilDate } from '../../domain/calendar/civil';
import { doubtIn } from '../../domain/plan/doubt';
import { timeIn } from '../deadline';
import type { DraftCategory, DraftItem, DraftMeasure, Note, NoteDetail } from '../draft';
import { addAbout } from './about-cells';
import {
  isFilled,
  IS_NUMBER,
  IS_OPEN,
  measureKindIn,
  NOT_ROWS,
  oneLine,
  problemIn,
  rowText,
  uncalculatedIn,
  withoutMark,
} from './cell-text';
import { fieldNamed } from '../field';
import type { SourceField } from '../source-field';
import { bare } from '../../base/half-width';
import { deriveDeadline } from '../derive';
import { type Header, headingOf, isOurs, repeatsHeader, strayIn } from './header';
import { closeItem, type RowOfItem, type TimeCell } from './item-rows';
import { dueBy, latestOf, type SaidTime } from '../said-time';
import { allNamesIn, type Named, namesIn } from '../names';
import type { RosterNames } from '../roster-names';
import type { SourceCell, SourceRow, SourceTable } from '../source';
import { readSteps, stepsIn } from '../text/step';

type OpenItem = {
  item: DraftItem;
  line: number;
  rows: RowOfItem[];
  seen: Set<SourceCell>;
  times: Map<SourceCell, SaidTime>;
};

/** Whoever is named beside the first, or after another cell has named that one. */
const assistingIn = ({ first, others }: Named, already: string | undefined): string[] =>
  [...(already !== undefined && first !== undefined ? [first] : []), ...others].filter(
    (name) => name !== already,
  );

/** `each`: where a cell has a time for every step of its row. */
type TimeInRow = TimeCell & { each?: SaidTime[] };

const isNothing = ({ date, kind, unclear }: SaidTime): boolean => !(date ?? kind ?? unclear);

/** `1.2`: the number of an item within its category. */
const IN_CATEGORY = /^(\d{1,2})\.(\d{1,3})$/;

/** What Excel makes of a typed 2021.10; whoever typed 2021.1 sees the same. */
const MAY_LACK_ZERO = /^\d{4}\.1$/;

/** Reads the rows of one table whose header is known. */
export class TableReader {
  readonly categories: DraftCategory[] = [];
  readonly notes: Note[] = [];
  /** The lines that each item was read from. */
  readonly lines = new Map<DraftItem, number[]>();
  /** The sections that help with an item: an item may have any number of rows. */
  readonly #assisting = new Map<DraftItem, Set<string>>();
  #open: OpenItem | undefined;
  #titleCell: SourceCell | undefined;
  #problemCell: SourceCell | undefined;
  /** The row of a category that has no item yet. */
  #pending: SourceRow | undefined;
  readonly #isOurs: boolean;

  constructor(
    private readonly table: SourceTable,
    private readonly header: Header,
    private readonly year: number | undefined,
    /** The heading above the table, for one without a column of categories. */
    private readonly heading: string | undefined,
    private readonly roster: RosterNames,
  ) {
    this.#isOurs = isOurs(header);
  }

  read(): Pick<TableReader, 'categories' | 'notes' | 'lines'> {
    const { rows } = this.table;
    const [first] = rows.slice(this.header.top);
    if (this.table.hidden) this.#note(first?.line ?? 1, { type: 'sheet-hidden' });
    for (const line of uncalculatedIn(this.table)) this.#note(line, { type: 'uncalculated' });
    for (const { heading } of this.header.unknown)
      this.#note(first?.line ?? 1, { type: 'column-unused', column: heading });
    for (const { line, text } of strayIn(this.table, this.header))
      this.#note(line, { type: 'left-out', text });
    for (const row of rows.slice(0, this.header.top)) this.#unused(row);
    for (const row of rows.slice(this.header.bottom)) this.#row(row);
    this.#finish();
    this.#dropBar();
    const categories = this.categories.filter(({ items }) => items.length > 0);
    return { categories, notes: this.notes, lines: this.lines };
  }

  #note(line: number, detail: NoteDetail): void {
    const { sheet } = this.table;
    this.notes.push({ line, ...(sheet !== undefined && { sheet }), ...detail });
  }

  #unused(row: SourceRow): void {
    const text = rowText(row);
    if (text !== '') this.#note(row.line, { type: 'unused', text });
  }

  #cell(row: SourceRow, field: SourceField): SourceCell | undefined {
    for (const [column, held] of this.header.columns) {
      const cell = row.cells[column];
      if (held === field && isFilled(cell)) return cell;
    }
    return undefined;
  }

  #row(row: SourceRow): void {
    const distinct = new Set(row.cells.filter(isFilled));
    const [only] = distinct;
    if (only === undefined) return;
    if (NOT_ROWS.test(bare(only.text)) || repeatsHeader(row)) this.#unused(row);
    else if (distinct.size === 1 && this.#isBar(row, only)) this.#bar(row, only);
    else this.#itemRow(row);
  }

  /** One cell across the table, or alone in the first column. */
  #isBar(row: SourceRow, only: SourceCell): boolean {
    const places = row.cells.filter((cell) => cell === only).length;
    const field = this.header.columns.get(row.cells.indexOf(only));
    return places > 1 || (row.cells[0] === only && field !== 'problem' && field !== 'measures');
  }

  #bar(row: SourceRow, cell: SourceCell): void {
    const { no, words } = withoutMark(oneLine(cell.text));
    if (no === undefined || words.length > 60 || words === '') {
      this.#unused(row);
      return;
    }
    this.#finish();
    this.#dropBar();
    this.#pending = row;
    this.#category(words, no, cell);
  }

  /** A category of which no item follows. */
  #dropBar(): void {
    if (this.#pending) this.#unused(this.#pending);
    this.#pending = undefined;
  }

  #category(title: string, no: number | undefined, cell: SourceCell | undefined): void {
    this.#titleCell = cell;
    const plain = title.replace(/(?<![\s。.；;：:，,])[\s。.；;：:，,]+$/, '');
    if (this.categories.at(-1)?.title === plain) return;
    this.categories.push({ no: no ?? this.categories.length + 1, title: plain, items: [] });
  }

  #itemRow(row: SourceRow): void {
    const title = this.#cell(row, 'category');
    const problem = this.#cell(row, 'problem');
    const isNewCategory =
      title !== undefined &&
      title !== this.#titleCell &&
      withoutMark(oneLine(title.text)).words.replace(/(?<![。：:])[。：:]+$/, '') !==
        this.categories.at(-1)?.title;
    const isNewItem = (problem !== undefined && this.#isNewProblem(problem)) || this.#isNewNumber(row);
    if (isNewCategory || isNewItem) this.#finish();
    if (isNewCategory) {
      this.#dropBar();
      const { no, words } = withoutMark(oneLine(title.text));
      this.#category(words, no, title);
    }
    const saysWhat = problem ?? this.#cell(row, 'measures') ?? this.#numberCell(row);
    if (this.#open === undefined && saysWhat === undefined) {
      this.#unused(row);
      return;
    }
    this.#open ??= this.#begin(row, problem);
    this.#add(this.#open, row);
    const lines = this.lines.get(this.#open.item);
    if (lines) lines.push(row.line);
    else this.lines.set(this.#open.item, [row.line]);
    this.#unheaded(row);
  }

  /** Cells below no heading at all. */
  #unheaded(row: SourceRow): void {
    const { columns, unknown } = this.header;
    const headed = new Set([...columns.keys(), ...unknown.map(({ column }) => column)]);
    const known = new Set(row.cells.filter((_, column) => headed.has(column)));
    for (const cell of new Set(row.cells))
      if (cell !== undefined && !known.has(cell))
        this.#note(row.line, { type: 'left-out', text: oneLine(cell.text) });
  }

  #isNewProblem(cell: SourceCell): boolean {
    return cell !== this.#problemCell && problemIn(cell.text) !== this.#open?.item.problem;
  }

  /** In our template an item that states no problem yet is known by its number. */
  #isNewNumber(row: SourceRow): boolean {
    const cell = this.#numberCell(row);
    return cell !== undefined && this.#open !== undefined && !this.#open.seen.has(cell);
  }

  #numberCell(row: SourceRow): SourceCell | undefined {
    const cell = this.#isOurs ? this.#cell(row, 'no') : undefined;
    return cell && IN_CATEGORY.test(cell.text) ? cell : undefined;
  }

  /** As our template numbers it where that goes on upwards, else the next. */
  #numberOf(row: SourceRow): number {
    const { no: category, items = [] } = this.categories.at(-1) ?? {};
    const [, of, given] = IN_CATEGORY.exec(this.#numberCell(row)?.text ?? '') ?? [];
    const next = (items.at(-1)?.no ?? 0) + 1;
    return Number(of) === category && Number(given) > next ? Number(given) : next;
  }

  #begin(row: SourceRow, problem: SourceCell | undefined): OpenItem {
    if (this.categories.length === 0) {
      const { no, words } = withoutMark(this.heading ?? '');
      this.#category(words, no, undefined);
    }
    this.#pending = undefined;
    const items = this.categories.at(-1)?.items ?? [];
    const item: DraftItem = {
      no: this.#numberOf(row),
      problem: problem === undefined ? '' : problemIn(problem.text),
      measures: [],
    };
    items.push(item);
    this.#problemCell = problem;
    return { item, line: row.line, rows: [], seen: new Set(), times: new Map() };
  }

  /** The cell of a field, once for each item. */
  #fresh({ seen }: OpenItem, row: SourceRow, field: SourceField): SourceCell | undefined {
    const cell = this.#cell(row, field);
    if (cell === undefined || seen.has(cell)) return undefined;
    seen.add(cell);
    return cell;
  }

  #add(open: OpenItem, row: SourceRow): void {
    const { item } = open;
    for (const field of ['leader', 'section', 'acceptor'] as const) {
      const cell = this.#fresh(open, row, field);
      if (cell === undefined) continue;
      const name = field === 'section' ? this.#section(row, cell, item) : this.#names(row, cell, item[field]);
      if (name !== undefined) item[field] ??= name;
    }
    const kind = this.#fresh(open, row, 'kind');
    const said = kind && timeIn(kind.text).kind;
    if (said) item.kind ??= said;
    else if (kind) this.#note(row.line, { type: 'left-out', text: oneLine(kind.text) });
    const assistants = this.#fresh(open, row, 'assistants');
    if (assistants) this.#assist(row, item, allNamesIn(assistants.text), !this.#isOurs);
    const secrecy = this.#fresh(open, row, 'classified');
    if (secrecy && !IS_OPEN.test(bare(secrecy.text))) {
      item.classified = true;
      this.#note(row.line, { type: 'classified', text: item.problem });
    }
    const about = addAbout(item, {
      fresh: (field) => this.#fresh(open, row, field)?.text,
      heading: (field) => headingOf(this.table, this.header, field),
    });
    for (const detail of about) this.#note(row.line, detail);
    const no = this.#fresh(open, row, 'no');
    if (no && !IS_NUMBER.test(bare(no.text)))
      this.#note(row.line, { type: 'left-out', text: oneLine(no.text) });
    const given = this.#rowOf(open, row);
    if (given.handler !== undefined && given.steps.length === 0 && open.rows.some(({ handler }) => handler))
      this.#note(row.line, { type: 'assists', names: [given.handler] });
    open.rows.push(given);
  }

  /** Sections that assist are in the plan, people are not; in our own template that is known to whoever filled it in. */
  #assist(row: SourceRow, item: DraftItem, names: readonly string[], isTold = true): void {
    if (names.length === 0) return;
    const known = this.#assisting.get(item) ?? new Set();
    this.#assisting.set(item, known);
    for (const name of names) {
      if (!known.has(name)) (item.assisting ??= []).push(name);
      known.add(name);
    }
    if (isTold) this.#note(row.line, { type: 'assists', names });
  }

  /** The first of a cell; whoever else is named there, or in a later row, assists. */
  #names(row: SourceRow, { text }: Pick<SourceCell, 'text'>, already?: string): string | undefined {
    const named = namesIn(text);
    const { first } = named;
    const meant = first === undefined ? undefined : this.roster.meantBy(first);
    if (first !== undefined && meant)
      this.#note(row.line, { type: 'not-in-roster', name: first, meant: meant.map(({ name }) => name) });
    const assist = assistingIn(named, already);
    if (assist.length > 0) this.#note(row.line, { type: 'assists', names: assist });
    return first;
  }

  #section(row: SourceRow, { text }: SourceCell, item: DraftItem): string | undefined {
    const named = namesIn(text);
    this.#assist(row, item, assistingIn(named, item.section));
    return named.first;
  }

  #rowOf(open: OpenItem, row: SourceRow): RowOfItem {
    const cell = this.#fresh(open, row, 'measures');
    const { lead, steps } = readSteps(cell?.text ?? '');
    if (lead !== '' && fieldNamed(lead) === undefined) this.#note(row.line, { type: 'left-out', text: lead });
    const owners = this.#beside(open, row, 'measure-owner', steps.length);
    const kinds = this.#beside(open, row, 'measure-kind', steps.length).map(measureKindIn);
    const time = this.#timeOfItem(open, row, steps.length);
    const measureTime = this.#timeCell(open, row, 'measure-deadline', steps.length);
    const each = time?.each ?? measureTime?.each ?? [];
    const measures = steps.map((text, index): DraftMeasure => {
      const owner = owners[index] === undefined ? undefined : this.#names(row, { text: owners[index] });
      const kind = kinds[index];
      return {
        text,
        ...(kind && { kind }),
        ...(owner !== undefined && { owner }),
        ...dueBy(each[index]),
      };
    });
    const handlerCell = this.#fresh(open, row, 'handler');
    const handler = handlerCell && this.#names(row, handlerCell);
    return {
      steps: measures,
      ...(time && { time }),
      ...(measureTime && measureTime.each === undefined && { measureTime }),
      ...(handler !== undefined && { handler }),
    };
  }

  /** A time that was changed is in force instead of the one before, which is listed. */
  #timeOfItem(open: OpenItem, row: SourceRow, steps: number): TimeInRow | undefined {
    const revised = this.#timeCell(open, row, 'revised-deadline', steps);
    if (revised === undefined || isNothing(revised.time)) return this.#timeCell(open, row, 'deadline', steps);
    const before = this.#fresh(open, row, 'deadline');
    if (before) this.#note(row.line, { type: 'left-out', text: oneLine(before.text) });
    return revised;
  }

  /** The time in a row, also of a cell that began above it; `each` where it has one for every step. */
  #timeCell(open: OpenItem, row: SourceRow, field: SourceField, steps: number): TimeInRow | undefined {
    const cell = this.#cell(row, field);
    if (cell === undefined) return undefined;
    const known = open.times.get(cell);
    if (known) return { cell, time: known };
    const texts = stepsIn(cell.text);
    const each =
      texts.length > 1 && texts.length === steps ? texts.map((text) => this.#time(row, text)) : undefined;
    const time = (each && latestOf(each)) ?? this.#time(row, cell.text, cell.isNumber);
    open.times.set(cell, time);
    return { cell, time, ...(each && { each }) };
  }

  /** What a cell says for each step of the one beside it; one line is for all of them. */
  #beside(open: OpenItem, row: SourceRow, field: SourceField, steps: number): string[] {
    const cell = this.#fresh(open, row, field);
    if (cell === undefined) return [];
    const lines = stepsIn(cell.text);
    return lines.length === steps ? lines : Array.from({ length: steps }, () => cell.text);
  }

  #time(row: SourceRow, given: string, isNumber?: boolean): SaidTime {
    const written = doubtIn(given);
    if (written) {
      this.#note(row.line, { type: 'date-unclear', text: written.said });
      const { data: date } = CivilDate.safeParse(written.value);
      return { ...(date && { date }), said: written.said, unclear: true };
    }
    const said = oneLine(given);
    const time = { ...timeIn(given, this.year), said };
    const mayLackZero = isNumber === true && MAY_LACK_ZERO.test(said);
    if (mayLackZero || time.unclear) this.#note(row.line, { type: 'date-unclear', text: said });
    else if (time.yearAssumed && time.date)
      this.#note(row.line, { type: 'year-assumed', text: said, date: time.date });
    return mayLackZero ? { ...time, unclear: true } : time;
  }

  /** Closes the open item: what its rows say differently is said of their measures. */
  #finish(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    closeItem(open.item, open.rows);
    const derived = deriveDeadline(open.item);
    if (derived) this.#note(open.line, { type: 'deadline-derived', text: open.item.problem, date: derived });
  }
}
