import {
  FACT_COLUMNS,
  factName,
  FIELD_NAMES,
  ITEM_COLUMNS,
  DUTIES,
  officeName,
  ROSTER_COLUMNS,
  ROUND_FACTS,
  type TemplateContent,
} from '..';
import { heightOfLines, HIGHEST, linesOfText } from '../../documents/files/row-heights';
import { words } from '../../domain/language';
import { PRIORITIES } from '../../domain/plan/about';
import { Policy } from '../../domain/round/policy';
import type { Language } from '../../domain/round/roster';
import { TEMPLATE_WORDS } from '../language';
import type { GuideColumn } from '../language/words';
import { type Choice, isDoubtful, isEmpty, type Rule } from './template-marks';

/** So many rows have drop-downs and colours. */
const ROWS = 2000;

/** A text, or an empty place; `rows`: over how many it is merged, `columns` likewise. */
export type TemplateCell = { text: string; rows?: number; columns?: number; bold?: true } | null;

type Row = { cells: readonly TemplateCell[]; height?: number };

export type TemplateSheet = {
  name: string;
  widths: readonly number[];
  /** With their headings; `height` in points. */
  rows: readonly Row[];
  rules: readonly Rule[];
  choices: readonly Choice[];
  paper: 'A3' | 'A4';
  orientation: 'landscape' | 'portrait';
  /** Whether the first row is one of headings. */
  headed: boolean;
};

/** A place of the source that is to be looked at again. */
export type TemplateCheck = { place: string; text: string };

type ItemColumn = keyof TemplateContent['items'][number]['once'] | (typeof ITEM_COLUMNS)[number];

const WIDTHS: Partial<Record<string, number>> = {
  no: 7,
  category: 22,
  problem: 32,
  kind: 11,
  measures: 64,
  deadline: 14,
  'measure-deadline': 14,
  cause: 32,
  goal: 24,
  priority: 9,
  tags: 18,
  source: 24,
  page: 9,
  id: 11,
  office: 14,
  address: 28,
  keys: 60,
};
const USUAL = 13;

const chinese = words('zh-CN');
const SUSTAINED = chinese.itemKind.sustained;

/** What can be chosen for a fact of the round. */
const FACT_CHOICES: Partial<Record<(typeof ROUND_FACTS)[number], readonly string[]>> = {
  retention: ['永久', '30年', '10年'],
  identity: Policy.shape.identity.unwrap().options,
};

const letter = (column: number) => String.fromCharCode('A'.charCodeAt(0) + column);

/** The heading that the reader knows, with its translation where another language is asked for. */
const headed = (name: string, translation: string | undefined): string =>
  translation === undefined || translation === name ? name : `${name} (${translation})`;

const headings = (texts: readonly string[]): Row => ({
  cells: texts.map((text) => ({ text, bold: true })),
});

/** Over all rows of a column that may be filled in; the formula is that of its first row. */
const below = (column: string): string => `${column}2:${column}${ROWS}`;
const open = (column: string, when: string): Rule => ({
  area: below(column),
  mark: 'open',
  formula: `AND(${when},${isEmpty(`${column}2`)})`,
});

/** What an item, or one of its measures, cannot do without. */
const itemRules = (columns: readonly ItemColumn[]): Rule[] => {
  const at = (column: ItemColumn) => letter(columns.indexOf(column));
  const [no, problem, category] = [at('no'), at('problem'), at('category')];
  const isItem = `OR($${no}2<>"",$${problem}2<>"")`;
  const needed = (['problem', 'kind', 'leader', 'section', 'handler', 'acceptor', 'measures'] as const).map(
    (column) => open(at(column), isItem),
  );
  return [
    ...needed,
    open(at('deadline'), `${isItem},$${at('kind')}2<>"${SUSTAINED}"`),
    open(at('measure-kind'), `LEN(TRIM($${at('measures')}2))>0`),
    { area: below(category), mark: 'open', formula: `RIGHT(TRIM(${category}2),1)="）"` },
    ...(['deadline', 'measure-deadline'] as const).map((column): Rule => ({
      area: below(at(column)),
      mark: 'doubtful',
      formula: isDoubtful(`${at(column)}2`),
    })),
  ];
};

/** Room for the texts of each row, and for what is merged over them: Excel makes none for that. */
const heightsOf = (
  { once, measures }: TemplateContent['items'][number],
  width: (column: string) => number,
): number[] => {
  const own = measures.map(({ measures: text = '' }) => linesOfText(text, width('measures')));
  const needed = Object.entries(once).reduce(
    (most, [column, text]) => Math.max(most, linesOfText(text, width(column))),
    1,
  );
  const lacking = Math.max(0, needed - own.reduce((sum, lines) => sum + lines, 0));
  return own.map((lines) => Math.min(HIGHEST, heightOfLines(lines + lacking / own.length)));
};

const itemsSheet = (language: Language, content: TemplateContent | undefined): TemplateSheet => {
  const say = TEMPLATE_WORDS[language];
  const columns: readonly ItemColumn[] = content?.isClassified
    ? [...ITEM_COLUMNS, 'classified']
    : [...ITEM_COLUMNS];
  const widthOf = (column: string) => WIDTHS[column] ?? USUAL;
  const rowsOf = (item: TemplateContent['items'][number]): readonly Row[] => {
    const heights = heightsOf(item, widthOf);
    return item.measures.map((measure, index) => ({
      cells: columns.map((column): TemplateCell => {
        if (!(column in item.once))
          return { text: (measure as Partial<Record<ItemColumn, string>>)[column] ?? '' };
        const text = (item.once as Partial<Record<ItemColumn, string>>)[column] ?? '';
        return index === 0 ? { text, rows: item.measures.length } : null;
      }),
      height: heights[index] ?? 0,
    }));
  };
  const choices: Partial<Record<ItemColumn, readonly string[]>> = {
    kind: Object.values(chinese.itemKind),
    'measure-kind': Object.values(chinese.measureKind),
    priority: PRIORITIES.map((code) => chinese.priority[code]),
  };
  return {
    name: say.sheet.items,
    widths: columns.map(widthOf),
    rows: [
      headings(
        columns.map((column) =>
          headed(FIELD_NAMES[column][0] ?? column, column === 'classified' ? undefined : say.item[column]),
        ),
      ),
      ...(content?.items ?? []).flatMap(rowsOf),
    ],
    rules: itemRules(columns),
    choices: columns.flatMap((column, index) => {
      const all = choices[column];
      return all === undefined ? [] : [{ area: below(letter(index)), choices: all }];
    }),
    paper: 'A3',
    orientation: 'landscape',
    headed: true,
  };
};

const rosterSheet = (language: Language, content: TemplateContent | undefined): TemplateSheet => {
  const say = TEMPLATE_WORDS[language];
  const columns = Object.keys(ROSTER_COLUMNS) as (keyof typeof ROSTER_COLUMNS)[];
  const at = (column: (typeof columns)[number]) => letter(columns.indexOf(column));
  const isPerson = `LEN(TRIM($${at('name')}2))>0`;
  return {
    name: say.sheet.roster,
    widths: columns.map((column) => WIDTHS[column] ?? USUAL),
    rows: [
      headings(columns.map((column) => headed(ROSTER_COLUMNS[column], say.roster[column]))),
      ...(content?.roster ?? []).map((person) => ({
        cells: columns.map((column) => ({ text: person[column] ?? '' })),
      })),
    ],
    rules: [open(at('id'), isPerson), open(at('address'), isPerson)],
    choices: [{ area: below(at('office')), choices: DUTIES.map(officeName) }],
    paper: 'A4',
    orientation: 'landscape',
    headed: true,
  };
};

const roundSheet = (language: Language, content: TemplateContent | undefined): TemplateSheet => {
  const say = TEMPLATE_WORDS[language];
  const [what, value] = FACT_COLUMNS;
  return {
    name: say.sheet.round,
    widths: [30, 44],
    rows: [
      headings([headed(what, say.facts.what), headed(value, say.facts.value)]),
      ...ROUND_FACTS.map((fact) => ({
        cells: [{ text: headed(factName(fact), say.fact[fact]) }, { text: content?.facts[fact] ?? '' }],
      })),
    ],
    rules: ROUND_FACTS.flatMap((fact, index): Rule[] => {
      const cell = `B${index + 2}`;
      return FACT_CHOICES[fact] ? [] : [{ area: cell, mark: 'open', formula: isEmpty(cell) }];
    }),
    choices: ROUND_FACTS.flatMap((fact, index) => {
      const choices = FACT_CHOICES[fact];
      return choices ? [{ area: `B${index + 2}`, choices }] : [];
    }),
    paper: 'A4',
    orientation: 'portrait',
    headed: true,
  };
};

const across = (text: string, columns: number, style: { bold?: true } = {}): Row => ({
  cells: [{ text, columns, ...style }, ...Array.from({ length: columns - 1 }, () => null)],
});

const WORDY = { rules: [], choices: [], paper: 'A4', orientation: 'portrait', headed: false } as const;

const guideSheet = (language: Language): TemplateSheet => {
  const say = TEMPLATE_WORDS[language];
  const widths = [22, 62, 40];
  const [title = '', ...notes] = say.notes;
  const group = (name: string, lines: readonly [heading: string, guide: GuideColumn][]) => [
    across(name, widths.length, { bold: true }),
    ...lines.map(([heading, { what, example }]) => ({
      cells: [{ text: heading }, { text: what }, { text: example }],
    })),
  ];
  return {
    ...WORDY,
    name: say.sheet.notes,
    widths,
    rows: [
      across(title, widths.length, { bold: true }),
      ...notes.map((note) => across(note, widths.length)),
      headings(say.guide.head),
      ...group(
        say.sheet.items,
        ITEM_COLUMNS.map((column) => [
          headed(FIELD_NAMES[column][0] ?? column, say.item[column]),
          say.guide.item[column],
        ]),
      ),
      ...group(
        say.sheet.roster,
        (Object.keys(ROSTER_COLUMNS) as (keyof typeof ROSTER_COLUMNS)[]).map((column) => [
          headed(ROSTER_COLUMNS[column], say.roster[column]),
          say.guide.roster[column],
        ]),
      ),
      ...group(
        say.sheet.round,
        ROUND_FACTS.map((fact) => [headed(factName(fact), say.fact[fact]), say.guide.fact[fact]]),
      ),
    ],
  };
};

const checksSheet = (language: Language, checks: readonly TemplateCheck[]): TemplateSheet => {
  const say = TEMPLATE_WORDS[language];
  const widths = [24, 100];
  return {
    ...WORDY,
    name: say.sheet.checks,
    widths,
    rows: [
      across(say.checks.title, widths.length, { bold: true }),
      across(say.checks.note, widths.length),
      headings(say.checks.head),
      ...checks.map(({ place, text }) => ({ cells: [{ text: place }, { text }] })),
    ],
  };
};

/** Room for the texts of a row, where nothing has been set: not every program makes it. */
const fitted = ({ widths, rows, ...sheet }: TemplateSheet): TemplateSheet => ({
  ...sheet,
  widths,
  rows: rows.map(({ cells, height }) => {
    const lines = cells.map((cell, column) => {
      const room = widths.slice(column, column + (cell?.columns ?? 1)).reduce((sum, width) => sum + width, 0);
      return cell === null ? 1 : linesOfText(cell.text, room);
    });
    return { cells, height: height ?? Math.min(HIGHEST, heightOfLines(Math.max(1, ...lines))) };
  }),
});

/** The sheets of our template, empty or with what was read of a document and is to be completed. */
export const templateSheets = (
  language: Language,
  content?: TemplateContent,
  checks: readonly TemplateCheck[] = [],
): TemplateSheet[] =>
  [
    itemsSheet(language, content),
    rosterSheet(language, content),
    roundSheet(language, content),
    ...(checks.length > 0 ? [checksSheet(language, checks)] : []),
    guideSheet(language),
  ].map(fitted);
