import type { FileKind } from '../../domain/evidence/limits';
import type { FactKind } from '../../domain/ladder/notice';
import type { MeasureRungId } from '../../domain/ladder/measure-rung';
import type { Proposal, RungId } from '../../domain/ladder/rung';
import type { Status } from '../../domain/item/states';
import type { ReportWords } from './report/words';
import type { RoundWords } from './round/words';

/** How many items a reader must act on, keep in view, and know of. */
export type Counts = { act: number; watch: number; know: number };

/** Statuses in which somebody has to act. */
export type OpenStatus = Exclude<Status, 'closed' | 'archived' | 'withdrawn'>;

/**
 * Who caused a fact, and who has the item, both as the reader knows them; the date and the rung that it is about.
 */
export type Doers = {
  by: string | undefined;
  handler: string;
  section: string;
  date: string | undefined;
  rung: string | undefined;
  /** Who has the work now, told to the others. */
  successor: string | undefined;
  /** What the reader has decided, or a deputy in their name. */
  decided: Deed | undefined;
};

/** A decision in words: `when` with the time of day; `key` begins the name of the key, absent where nobody signed. */
export type Deed = {
  what: string;
  when: string;
  key: string | undefined;
  principal: string | undefined;
  deputy: string | undefined;
};

export interface MailWords {
  title: string;
  subject: SubjectWords;
  /** Says that a mail, or an entry of its calendar file, belongs to the named drill. */
  banner: (drill: string) => string;
  greeting: (name: string) => string;
  summary: (day: string, counts: Counts) => string;
  group: Record<keyof Counts, string>;
  /** The heading of a group with the number of its lines. */
  heading: (group: string, lines: number) => string;
  /** Stands before the lines that a long group lists in short. */
  compact: (lines: number) => string;
  label: Record<
    | 'deadline'
    | 'reviewDeadline'
    | 'checkIn'
    | 'asked'
    | 'status'
    | 'missing'
    | 'now'
    | 'measure'
    | JudgedLabel,
    string
  >;
  labelled: (label: string, value: string) => string;
  statusLine: (status: string, awaited: string | undefined) => string;
  /** Who must act, told to the reader or to somebody else. */
  you: (role: string) => string;
  somebody: (role: string, name?: string, section?: string) => string;
  /** What a rung means, to every reader; of a proposal, to those who decide. What differs by reader: `worded-line.ts`. */
  rung: Record<RungId, string>;
  /** The same for those who hear of a proposal and do not decide. */
  proposed: Record<Proposal, string>;
  /** What happened. */
  fact: Record<FactKind, (doers: Doers) => string>;
  /** The heading of what a person, or a server, wrote with a fact. */
  written: Record<FactKind, string>;
  judged: JudgedWords;
  measure: MeasureWords;
  todo: TodoWords;
  /** Ends an excerpt; `command` shows the whole. */
  cut: (command: string) => string;
  calendar: { summary: (number: string, problem: string) => string; drill: string };
  footer: FooterWords;
  /** Of what is said of rounds themselves. */
  round: RoundWords;
  /** Of a weekly or monthly report on one. */
  report: ReportWords;
}

type JudgedLabel = 'measures' | 'evidence' | 'checkIns';

/** What a reviewer is asked to judge; money as people write yuan. */
export interface JudgedWords {
  measures: (of: { all: number; complete: number; recovered: string | undefined }) => string;
  measure: (of: {
    no: number;
    text: string;
    complete: boolean;
    recovered: string | undefined;
    regulation: string | undefined;
  }) => string;
  evidence: (of: { all: number; size: string }) => string;
  file: (of: { no: number; measure: number; title: string; size: string; kind: string }) => string;
  /** A file by its kind, as one says it of one file. */
  kind: Record<FileKind | 'other', string>;
  /** How many are not listed; `command` shows them. */
  more: (lines: number, command: string) => string;
  checkIns: (times: number) => string;
}

/** Of the measures that somebody owns or answers for, and the sections that they act for. */
export interface MeasureWords {
  rung: Record<MeasureRungId, string>;
  one: (no: number, text: string, date: string | undefined) => string;
  sections: (names: readonly string[]) => string;
}

export interface SubjectWords {
  drill: string;
  tag: (label: string) => string;
  /** A mail about one item. */
  one: (item: string, due: string | undefined) => string;
  many: (counts: Counts, earliest: string | undefined) => string;
}

export interface TodoWords {
  /** For the one whose turn it is. */
  act: Record<OpenStatus, string>;
  /** For one who sees that another must act: soon, or at once. */
  remind: (who: string) => string;
  urge: (who: string) => string;
  /** The system proposes a step about persons; a person decides. */
  propose: string;
  undeliverable: string;
  /** For one who has to decide on an extension, and for one who was asked for more. */
  extension: string;
  answer: string;
  /** For who owns a measure, or answers for it. */
  measures: string;
}

export interface FooterWords {
  why: string;
  rounds: (titles: readonly string[]) => string;
  provisional: string;
  inbox: (command: string) => string;
  /** Stands before the heads of the logs. */
  evidence: string;
  /** Of one item: how many entries its log had, and the hash of the last. */
  head: (item: string, entries: number, hash: string) => string;
  automatic: string;
}
