import type { Totals } from '../../../../domain/round/totals';
import type { Task } from '../../../../domain/round/task';

/** Items and proposals in tables. */
export interface ListWords {
  head: Record<
    | 'round'
    | 'number'
    | 'problem'
    | 'priority'
    | 'status'
    | 'deadline'
    | 'first'
    | 'days'
    | 'waits'
    | 'level',
    string
  >;
  extended: (times: number) => string;
  /** An item whose workflow is gone without a record. */
  lost: (number: string) => string;
  /** Explains the mark at a deadline that has moved, where there is no room for the first one. */
  moved: string;
  totals: (totals: Totals, shown: number, byStatus: readonly [status: string, count: number][]) => string;
  inbox: InboxWords;
  proposals: {
    nothing: string;
    head: Record<'number' | 'problem' | 'rung' | 'day' | 'who' | 'outcome', string>;
    pending: string;
  };
}

interface InboxWords {
  nothing: string;
  asDeputy: string;
  head: Record<'task' | 'due' | 'principal', string>;
  task: Record<Task, string>;
}
