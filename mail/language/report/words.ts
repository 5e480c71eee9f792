import type { Move, DoneLine, ReportFigures, ReportKind } from '../../../domain/round/report/report';
import type { Task } from '../../../domain/round/task';

/** A figure of a report, and by how much it differs from the last. */
export type Change = { figure: keyof ReportFigures; by: number };

/** A moved line in words. */
export type MovedWords = {
  item: string;
  /** Absent where the last move says it. */
  status: string | undefined;
  moves: readonly string[];
  deadline: string | undefined;
  original: string | undefined;
  extensions: number;
  returns: number;
};

/** Why an item is late, as far as the ledger tells. `waits`: whom it waits for, a part of a sentence each. */
export type LateWords = {
  item: string;
  status: string;
  due: string;
  days: number;
  waits: readonly string[];
  asksUntil: string | undefined;
  returns: number;
  undeliverable: boolean;
  progress: string | undefined;
  /** Nobody has reported progress although the work is under way. */
  isSilent: boolean;
};

/** What a report on a round says (周报、月报); dates are written already. */
export interface ReportWords {
  /** Of mails that say nothing of a round but reports. */
  group: string;
  summary: (day: string) => string;
  kind: Record<ReportKind, string>;
  /** What a report speaks of, and of when its figures are. */
  said: (period: { from: string; to: string; today: string }) => string;
  label: Record<'figures' | 'compared' | 'done' | 'moved' | 'late', string> & {
    due: (until: string) => string;
  };
  figures: (figures: ReportFigures) => string;
  /** Beside the last report; without `changes`, nothing has changed. */
  compared: (last: { from: string; to: string }, changes: readonly string[]) => string;
  change: (change: Change) => string;
  /** There is no last report. */
  first: string;
  count: (items: number) => string;
  none: string;
  /** How many a list leaves out. */
  more: (items: number) => string;
  done: (line: { item: string; how: DoneLine['how']; on: string; late: boolean }) => string;
  move: (what: Move['what'], on: string) => string;
  moved: (line: MovedWords) => string;
  waits: Record<Task, (name: string) => string>;
  late: (line: LateWords) => string;
  due: (line: { item: string; due: string; status: string; waits: readonly string[] }) => string;
}
