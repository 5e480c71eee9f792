import { FIELD_WORDS } from '../../domain/plan/fields';
import {
  type DraftPerson,
  type Note,
  type NoteDetail,
  DUTIES,
  type DutyOfPerson,
  ROUND_FACTS,
  type RoundFact,
} from '../draft';
import { rowText } from './cell-text';
import { timeIn } from '../deadline';
import { keysIn } from '../key-text';
import { allNamesIn } from '../names';
import type { SourceField } from '../source-field';
import { bare } from '../../base/half-width';
import { RosterNames } from '../roster-names';
import type { SourceRow, SourceTable } from '../source';

/** The columns of our template for items, in order. */
export const ITEM_COLUMNS = [
  'no',
  'category',
  'problem',
  'kind',
  'leader',
  'section',
  'assistants',
  'handler',
  'acceptor',
  'deadline',
  'measures',
  'measure-kind',
  'measure-owner',
  'measure-deadline',
  'cause',
  'goal',
  'priority',
  'tags',
  'source',
  'page',
] as const satisfies readonly SourceField[];

/** The columns of its roster. */
export const ROSTER_COLUMNS = {
  id: '人员编号',
  name: '姓名',
  address: '邮箱地址',
  section: '科室',
  superior: '上级',
  deputies: '代理人',
  office: '职责',
  keys: '公钥',
} as const satisfies Record<keyof DraftPerson, string>;
type RosterColumn = keyof typeof ROSTER_COLUMNS;

/** Templates of earlier versions do not have these. */
const LATER_COLUMNS: ReadonlySet<RosterColumn> = new Set(['deputies', 'keys']);

/** The headings of its sheet about the round: what, and its value. */
export const FACT_COLUMNS = ['轮次信息', '内容'] as const;

export const factName = (fact: RoundFact): string => FIELD_WORDS[fact] ?? fact;
export const officeName = (office: DutyOfPerson): string => FIELD_WORDS[office] ?? office;

export type TemplateSheets = {
  people: DraftPerson[];
  facts: Partial<Record<RoundFact, string>>;
  notes: Note[];
};

/** A heading without its translation in brackets. */
const plain = (text: string | undefined): string => bare(text ?? '').replace(/\(.*$/, '');

const placesOf = (row: SourceRow, headings: readonly string[]): number[] =>
  headings.map((heading) => row.cells.findIndex((cell) => plain(cell?.text) === heading));

const textAt = (row: SourceRow, place: number): string => row.cells[place]?.text.trim() ?? '';

const rosterColumns = Object.keys(ROSTER_COLUMNS) as RosterColumn[];

const personIn = (row: SourceRow, places: readonly number[]): DraftPerson | undefined => {
  const values = rosterColumns.map((column, index) => [column, textAt(row, places[index] ?? -1)] as const);
  const {
    office,
    deputies = '',
    keys: written = '',
    id = '',
    name = '',
    ...rest
  } = Object.fromEntries(values.filter(([, value]) => value !== ''));
  if (name === '') return undefined;
  const held = DUTIES.find((one) => officeName(one) === plain(office));
  const named = allNamesIn(deputies);
  const keys = keysIn(written);
  return {
    ...rest,
    id,
    name,
    ...(named.length > 0 && { deputies: named }),
    ...(keys.length > 0 && { keys }),
    ...(held && { office: held }),
  };
};

const unusedRow = (row: SourceRow, sheet: string | undefined): Note[] => {
  const text = rowText(row);
  return text === '' ? [] : [{ line: row.line, ...(sheet !== undefined && { sheet }), type: 'unused', text }];
};

/** What was typed over the choices that the sheet offers, and a key that is none. */
const unreadIn = (textOf: (column: RosterColumn) => string): NoteDetail[] => {
  const [office, keys] = [textOf('office'), textOf('keys')];
  return [
    ...(office === '' || DUTIES.some((one) => officeName(one) === plain(office)) ? [] : [office]),
    ...(keys === '' || keysIn(keys).length > 0 ? [] : [keys]),
  ].map((text) => ({ type: 'left-out', text }));
};

/** Superiors and deputies who are not, or not surely, in the roster. */
const strangersIn = ({ superior, deputies = [] }: DraftPerson, roster: RosterNames): NoteDetail[] =>
  [...(superior === undefined ? [] : [superior]), ...deputies].flatMap((name): NoteDetail[] => {
    const meant = roster.meantBy(name);
    return meant ? [{ type: 'not-in-roster', name, meant: meant.map((one) => one.name) }] : [];
  });

const rosterIn = ({ rows, sheet }: SourceTable): TemplateSheets | undefined => {
  const [header, ...others] = rows;
  const places = header === undefined ? [] : placesOf(header, Object.values(ROSTER_COLUMNS));
  const isWhole = rosterColumns.every((column, index) => places[index] !== -1 || LATER_COLUMNS.has(column));
  if (places.length === 0 || !isWhole) return undefined;
  const people = others.map((row) => personIn(row, places));
  const roster = new RosterNames(people.filter((person) => person !== undefined));
  return {
    people: people.filter((person) => person !== undefined),
    facts: {},
    notes: others.flatMap((row, index) => {
      const person = people[index];
      if (person === undefined) return unusedRow(row, sheet);
      const textOf = (column: RosterColumn) => textAt(row, places[rosterColumns.indexOf(column)] ?? -1);
      return [...unreadIn(textOf), ...strangersIn(person, roster)].map((detail): Note => ({
        line: row.line,
        ...(sheet !== undefined && { sheet }),
        ...detail,
      }));
    }),
  };
};

const DATES: ReadonlySet<RoundFact> = new Set(['feedback', 'concentratedUntil']);

/** A day however it is typed; what is none stays, for the plan to refuse. */
const dayIn = (text: string): string => {
  const { date, unclear } = timeIn(text);
  return date === undefined || unclear ? text : date;
};

const factsIn = ({ rows, sheet }: SourceTable): TemplateSheets | undefined => {
  const [header, ...others] = rows;
  const [what = -1, value = -1] = header === undefined ? [] : placesOf(header, FACT_COLUMNS);
  if (what < 0 || value < 0) return undefined;
  const read = others.map((row) => ({
    row,
    fact: ROUND_FACTS.find((fact) => factName(fact) === plain(row.cells[what]?.text)),
    text: textAt(row, value),
  }));
  const facts: TemplateSheets['facts'] = {};
  for (const { fact, text } of read)
    if (fact !== undefined && text !== '') facts[fact] = DATES.has(fact) ? dayIn(text) : text;
  const unknown = read.filter(({ fact }) => fact === undefined);
  return { people: [], facts, notes: unknown.flatMap(({ row }) => unusedRow(row, sheet)) };
};

/** The roster, or what is said of the round, of our own template; undefined for any other table. */
export const templateSheetIn = (table: SourceTable): TemplateSheets | undefined =>
  rosterIn(table) ?? factsIn(table);
