import { yearIn } from './deadline';
import { declaredIn } from './text/declared';
import type { Draft, DraftCategory, DraftField, DraftItem, Missing, Note, RowsOfItem } from './draft';
import { fold } from '../base/half-width';
import { RosterNames } from './roster-names';
import { draftOfText, type TextDraft } from './text/from-text';
import { TableReader } from './table/from-table';
import { headerOf, tablesIn } from './table/header';
import { startsLikeMark } from './text/heading-styles';
import type { SourceBlock, SourceLine, SourceTable, TextBlock } from './source';
import { type TemplateSheets, templateSheetIn } from './table/template-sheets';
import { ticked } from './table/ticked';

/** Each cell as a line, for a table that is none of items. */
const linesOf = ({ rows }: SourceTable): SourceLine[] =>
  rows.flatMap(({ line, cells }) =>
    Array.from(new Set(cells.filter((cell) => cell !== undefined))).flatMap(({ text }) =>
      text.split('\n').map((part) => ({ line, text: part })),
    ),
  );

const asLines = (blocks: readonly TextBlock[]): SourceLine[] =>
  blocks.flatMap((block) => ('line' in block ? [block.line] : linesOf(block.table)));

const countOf = (categories: readonly DraftCategory[]): number =>
  categories.reduce((sum, { items }) => sum + items.length, 0);

/** A table may have more rows than a call may have arguments. */
const addAll = <T>(list: T[], more: readonly T[]): void => {
  for (const one of more) list.push(one);
};

const isRising = (all: readonly { no: number }[]): boolean =>
  all.every(({ no }, index) => no > (all[index - 1]?.no ?? 0));

/** Categories of the same title are one, also over several tables. */
const joined = (all: readonly DraftCategory[]): DraftCategory[] => {
  const byTitle = new Map<string, DraftCategory>();
  const result: DraftCategory[] = [];
  for (const { no, title, items } of all) {
    const same = title === '' ? undefined : byTitle.get(title);
    const category = same ?? { no, title, items: [] };
    addAll(category.items, items);
    if (same !== undefined) continue;
    byTitle.set(title, category);
    result.push(category);
  }
  const rises = isRising(result);
  result.forEach((category, index) => {
    if (!rises) category.no = index + 1;
    if (isRising(category.items)) return;
    category.items.forEach((item, at) => {
      item.no = at + 1;
    });
  });
  return result;
};

/** The heading of a table is not longer. */
const LONGEST_HEADING = 60;

const unusedLine = ({ line, text }: SourceLine): Note[] =>
  text.trim() === '' ? [] : [{ line, type: 'unused', text: text.trim() }];

/** The problems of some categories, in any order. */
const problemsOf = (categories: readonly DraftCategory[]): string =>
  categories
    .flatMap(({ title, items }) => items.map(({ problem }) => `${title}\n${problem}`))
    .sort()
    .join('\n\n');

/** Where in a table an item was read. */
type LinesOfItem = { item: DraftItem; lines: readonly number[]; sheet: string | undefined };

/** The same by the numbers that the items have at last. */
const rowsByNumber = (categories: readonly DraftCategory[], places: readonly LinesOfItem[]): RowsOfItem[] => {
  const numbers = new Map(
    categories.flatMap(({ no, items }) => items.map((item) => [item, `${no}.${item.no}`] as const)),
  );
  return places.flatMap(({ item: read, lines, sheet }) => {
    const item = numbers.get(read);
    return item === undefined ? [] : [{ item, lines, ...(sheet !== undefined && { sheet }) }];
  });
};

/** Reads the tables that have items, and what stands around them. */
class TablesReader {
  readonly #notes: Note[] = [];
  readonly #lines: LinesOfItem[] = [];
  readonly #categories: DraftCategory[] = [];
  /** By its problems, the sheet that has been read: another may show the same once more. */
  readonly #sheets = new Map<string, string>();
  /** Where totals may be declared. */
  readonly #around: SourceLine[] = [];
  /** A numbered line, which may be the heading of the table below it. */
  #heading: SourceLine | undefined;
  readonly #year: number | undefined;

  constructor(
    private readonly blocks: readonly TextBlock[],
    private readonly roster: RosterNames,
    /** The day of the feedback, where our template says it. */
    feedback: string | undefined,
  ) {
    const words = asLines(blocks).map(({ text }) => text);
    this.#year = yearIn(fold(words.join('\n'))) ?? yearIn(feedback ?? '');
  }

  read(): TextDraft & { lines: readonly LinesOfItem[] } {
    for (const block of this.blocks) {
      if ('line' in block) this.#line(block.line);
      else for (const table of tablesIn(block.table)) this.#table(table);
    }
    this.#dropHeading();
    const text = this.#around.map((line) => line.text).join('\n');
    const declaration = declaredIn(fold(text), () => true);
    const index = declaration === undefined ? 0 : text.slice(0, declaration.at).split('\n').length - 1;
    return {
      categories: joined(this.#categories),
      declared: declaration?.declared ?? {},
      ...(declaration && { declaredAt: this.#around[index]?.line ?? 1 }),
      notes: this.#notes,
      lines: this.#lines,
    };
  }

  #dropHeading(): void {
    if (this.#heading) addAll(this.#notes, unusedLine(this.#heading));
    this.#heading = undefined;
  }

  #line(line: SourceLine): void {
    if (line.text.trim() === '') return;
    this.#dropHeading();
    this.#around.push(line);
    if (startsLikeMark(line.text) && line.text.length <= LONGEST_HEADING) this.#heading = line;
    else addAll(this.#notes, unusedLine(line));
  }

  #table(table: SourceTable): void {
    const header = headerOf(table);
    if (header === undefined) {
      const { sheet } = table;
      const unused = linesOf(table).flatMap(unusedLine);
      addAll(this.#notes, sheet === undefined ? unused : unused.map((note) => ({ ...note, sheet })));
      addAll(this.#around, linesOf(table));
      return;
    }
    if (Array.from(header.columns.values()).includes('category')) this.#dropHeading();
    const read = ticked(table, header);
    const { categories, notes, lines } = new TableReader(
      read.table,
      read.header,
      this.#year,
      this.#heading?.text,
      this.roster,
    ).read();
    addAll(this.#around, linesOf({ rows: table.rows.slice(0, header.top) }));
    this.#heading = undefined;
    if (this.#isRepeated(table, header.bottom, categories)) return;
    for (const [item, own] of lines) this.#lines.push({ item, lines: own, sheet: table.sheet });
    addAll(this.#categories, categories);
    addAll(this.#notes, notes);
    addAll(this.#notes, read.notes);
  }

  /** Whether another sheet had the very same items, which is noted. */
  #isRepeated({ sheet, rows }: SourceTable, top: number, categories: readonly DraftCategory[]): boolean {
    if (sheet === undefined || categories.length === 0) return false;
    const problems = problemsOf(categories);
    const as = this.#sheets.get(problems) ?? sheet;
    this.#sheets.set(problems, as);
    if (as === sheet) return false;
    this.#notes.push({ line: rows[top]?.line ?? 1, sheet, type: 'sheet-repeats', as });
    return true;
  }
}

const compared = ({ categories, declared, declaredAt }: TextDraft): Note[] => {
  const found = { categories: categories.length, items: countOf(categories) };
  return (['categories', 'items'] as const).flatMap((what): Note[] => {
    const said = declared[what];
    if (said === undefined || said === found[what]) return [];
    return [{ line: declaredAt ?? 1, type: 'declared-differs', what, declared: said, found: found[what] }];
  });
};

const FIELDS = ['kind', 'leader', 'section', 'handler', 'deadline'] as const;

/** 长期坚持 is an answer to the question of a deadline. */
const isOpen = (item: DraftItem, field: DraftField): boolean =>
  field === 'problem'
    ? item.problem === ''
    : item[field as (typeof FIELDS)[number]] === undefined &&
      !(field === 'deadline' && item.kind === 'sustained');

const hasSteps = ({ measures, children = [] }: DraftItem): boolean =>
  measures.length > 0 || children.some(hasSteps);

const missingOf = (item: DraftItem, name: string, fields: readonly DraftField[]): Missing[] => [
  ...(['problem', ...fields] as const)
    .filter((field) => isOpen(item, field))
    .map((field) => ({ item: name, field })),
  ...(hasSteps(item) ? [] : [{ item: name, field: 'measures' as const }]),
  ...(item.children ?? []).flatMap((child) => missingOf(child, `${name}(${child.no})`, [])),
];

const missingIn = ({ no, title, items }: DraftCategory): Missing[] => [
  ...(title === '' ? [{ item: String(no), field: 'title' as const }] : []),
  ...items.flatMap((item) => missingOf(item, `${no}.${item.no}`, FIELDS)),
];

/** Apart from the rest: the sheets of our template that hold no items. */
const takeOut = (blocks: readonly TextBlock[]): { rest: TextBlock[]; sheets: TemplateSheets } => {
  const rest: TextBlock[] = [];
  const sheets: TemplateSheets = { people: [], facts: {}, notes: [] };
  for (const block of blocks) {
    const found = 'table' in block ? templateSheetIn(block.table) : undefined;
    if (found === undefined) rest.push(block);
    addAll(sheets.people, found?.people ?? []);
    addAll(sheets.notes, found?.notes ?? []);
    Object.assign(sheets.facts, found?.facts);
  }
  return { rest, sheets };
};

/** The tables if they hold more items than the running text. */
const bestOf = (
  blocks: readonly TextBlock[],
  { people, facts }: TemplateSheets,
): TextDraft & { lines?: readonly LinesOfItem[] } => {
  const hasHeader = blocks.some((block) => 'table' in block && headerOf(block.table) !== undefined);
  const tables = hasHeader
    ? new TablesReader(blocks, new RosterNames(people), facts.feedback).read()
    : undefined;
  if (tables && !blocks.some((block) => 'line' in block)) return tables;
  const text = draftOfText(asLines(blocks));
  return tables && countOf(tables.categories) >= countOf(text.categories) ? tables : text;
};

/** What was understood of a file. Every line of the source is in the draft, or in a note. */
export const understand = (blocks: readonly SourceBlock[]): Draft => {
  const { rest, sheets } = takeOut(blocks.filter((block): block is TextBlock => !('note' in block)));
  const ofReader = blocks.flatMap((block) => ('note' in block ? [block.note] : []));
  const draft = bestOf(rest, sheets);
  const notes = [...draft.notes, ...sheets.notes, ...ofReader, ...compared(draft)];
  return {
    people: sheets.people,
    facts: sheets.facts,
    ...(rest.length < blocks.length - ofReader.length && { isTemplate: true as const }),
    categories: draft.categories,
    declared: draft.declared,
    notes: notes.sort((a, b) => a.line - b.line),
    missing: draft.categories.flatMap(missingIn),
    ...(draft.lines && { rows: rowsByNumber(draft.categories, draft.lines) }),
  };
};
