import type { CivilDate } from '../domain/calendar/civil';
import type { ItemKind, MeasureKind } from '../domain/plan/plan';

export type DraftMeasure = {
  text: string;
  kind?: MeasureKind;
  owner?: string;
  deadline?: CivilDate;
  /** What the source says of the deadline where it was not, or not surely, understood; nobody may take it unseen. */
  doubt?: string;
};

/** An item as the source has it; people and sections by name, what the source does not say absent. */
export type DraftItem = {
  /** Within its category, or for a sub-item within its item. */
  no: number;
  /** Empty where the source states none. */
  problem: string;
  kind?: ItemKind;
  leader?: string;
  section?: string;
  /** Sections that help. */
  assisting?: string[];
  handler?: string;
  acceptor?: string;
  deadline?: CivilDate;
  /** As with a measure. */
  doubt?: string;
  cause?: string;
  goal?: string;
  /** By its code; one that was not understood as it is written, which no plan takes. */
  priority?: string;
  tags?: string[];
  source?: { document?: string; page?: string };
  /** 涉密: may not be in this system at all; kept so that the import refuses it. */
  classified?: true;
  measures: DraftMeasure[];
  children?: DraftItem[];
};

export type DraftCategory = { no: number; title: string; items: DraftItem[] };

/** Totals that the text gives of itself, e.g. `七大方面、28项问题`. */
export type Declared = { categories?: number; items?: number };

export type DraftField =
  'title' | 'problem' | 'kind' | 'leader' | 'section' | 'handler' | 'deadline' | 'measures';

/** What the source leaves open. `item` is `3.7`, `3.7(1)` for a sub-item, `3` for a category. */
export type Missing = { item: string; field: DraftField };

/** A doubtful place, or a line that was not used. */
export type NoteDetail =
  | { type: 'unused'; text: string }
  /** Part of a line that was used otherwise. */
  | { type: 'left-out'; text: string }
  | { type: 'column-unused'; column: string }
  /** Nobody sees it in the file, or it is struck out. */
  | {
      type: 'not-shown';
      why:
        | 'struck'
        | 'hidden'
        | 'deleted'
        | 'placeholder'
        | 'covered'
        | 'symbol'
        | 'column-hidden'
        | 'value-hidden';
      text: string;
    }
  /** Rows from this line to `to` are hidden, as by a filter; they were read too. */
  | { type: 'rows-hidden'; to: number }
  /** Numbers of a kind that is not known: counted, but not as they are shown. */
  | { type: 'number-format'; format: string }
  /** Of what can be ticked nothing is, or more than can be. */
  | { type: 'ticks-unclear'; text: string }
  /** In a column where one of a few words stands, another. */
  | { type: 'not-a-choice'; column: string; text: string; choices: readonly string[] }
  /** The row has a formula, and the file does not have its value. */
  | { type: 'uncalculated' }
  /** Items were read from a sheet that a person does not see. */
  | { type: 'sheet-hidden' }
  /** The sheet `as` has the very same items; they were read from there. */
  | { type: 'sheet-repeats'; as: string }
  | { type: 'not-a-problem'; text: string }
  | { type: 'number-differs'; found: string; expected: string }
  | { type: 'not-a-mark'; text: string }
  | { type: 'assists'; names: readonly string[] }
  | { type: 'date-unclear'; text: string }
  /** The item has no time of its own; it is due when the last of its measures is. */
  | { type: 'deadline-derived'; text: string; date: CivilDate }
  /** The roster has nobody of this name; `meant` are those whose names are near. */
  | { type: 'not-in-roster'; name: string; meant: readonly string[] }
  | { type: 'classified'; text: string }
  | { type: 'year-assumed'; text: string; date: CivilDate }
  | { type: 'declared-differs'; what: keyof Declared; declared: number; found: number };

export type Note = { line: number; sheet?: string } & NoteDetail;

/** What was not used, or only told; everything else is a doubt. */
const NO_DOUBT: ReadonlySet<Note['type']> = new Set([
  'unused',
  'left-out',
  'column-unused',
  'not-shown',
  'sheet-repeats',
  'deadline-derived',
]);

/** Whether somebody has to look at a place again. */
export const isDoubt = ({ type }: Note): boolean => !NO_DOUBT.has(type);

/** The lines of a table that an item was read from, by its number. */
export type RowsOfItem = { item: string; lines: readonly number[]; sheet?: string };

/** The items that have to do with what nobody sees of a file. */
export const itemsUnseen = (note: Note, rows: readonly RowsOfItem[]): string[] => {
  if (note.type !== 'sheet-hidden' && note.type !== 'rows-hidden') return [];
  const isIn = (line: number): boolean =>
    note.type === 'sheet-hidden' || (line >= note.line && line <= note.to);
  return rows.flatMap(({ item, lines, sheet }) => (sheet === note.sheet && lines.some(isIn) ? [item] : []));
};

/**
 * About the file itself, before it can be imported as it is: to be settled in it. What nobody sees can also be taken by
 * accepting its items; rows of none have nothing to do with the plan.
 */
export const isUnsettled = (
  note: Note,
  { rows = [] }: Pick<Draft, 'rows'>,
  accept: ReadonlySet<string>,
): boolean =>
  note.type === 'uncalculated' ||
  note.type === 'not-a-choice' ||
  ((note.type === 'rows-hidden' || note.type === 'sheet-hidden') &&
    itemsUnseen(note, rows).some((item) => !accept.has(item)));

/** A person of the roster, as our template has it. */
export type DraftPerson = {
  id: string;
  name: string;
  address?: string;
  section?: string;
  superior?: string;
  /** By id or name. */
  deputies?: string[];
  keys?: DraftKey[];
  office?: DutyOfPerson;
};

/** A public key as it was written; whether it is one is for the plan to say. */
export type DraftKey = { kid?: string; x?: string; from?: string; until?: string; revoked?: string };

/** The offices that a person can hold in a round. */
export const OFFICES = ['head', 'office', 'oversight', 'archivist'] as const;
export type OfficeOfPerson = (typeof OFFICES)[number];

/** What a person can be in a round: of an office, or the contact of their section where it assists (配合科室联系人). */
export const DUTIES = [...OFFICES, 'contacts'] as const;
export type DutyOfPerson = (typeof DUTIES)[number];

/** What a round is, beyond its items. */
export const ROUND_FACTS = [
  'round',
  'title',
  'body',
  'bodyId',
  'feedback',
  'concentratedUntil',
  'fonds',
  'year',
  'organisation',
  'retention',
  'identity',
] as const;
export type RoundFact = (typeof ROUND_FACTS)[number];

export type Draft = {
  /** Only our template has these. */
  people: DraftPerson[];
  facts: Partial<Record<RoundFact, string>>;
  categories: DraftCategory[];
  declared: Declared;
  notes: Note[];
  missing: Missing[];
  /** Of items from tables. */
  rows?: RowsOfItem[];
  /** It has the sheets of our template, perhaps still empty: more is asked of it than of what was written otherwise. */
  isTemplate?: true;
};
