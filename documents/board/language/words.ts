import type { CivilDate } from '../../../domain/calendar/civil';
import type { Proposal } from '../../../domain/ladder/rung';
import type { PlainFigure } from '../figures';
import type { GroupLine } from '../groups';
import type { BoardProposal, Standing } from '../items';

/** The columns of the two tables of items; those of the rungs have the rungs' own names. */
export type ItemColumn =
  'number' | 'problem' | 'priority' | 'status' | 'deadline' | 'level' | 'others' | 'outcome' | 'archive';

/** What a board says beside the words of the domain. */
export interface BoardWords {
  title: string;
  asOf: (moment: string) => string;
  drill: (name: string) => string;
  /** That the import was undone, with so many items. */
  undone: (items: number) => string;
  claimed: string;
  figure: Record<PlainFigure | 'done' | 'open', string>;
  heading: Record<
    'status' | 'published' | 'results' | 'burnDown' | 'sections' | 'leaders' | 'priorities' | 'items',
    string
  >;
  yuan: (yuan: string) => string;
  chart: ChartWords;
  group: Record<Exclude<keyof GroupLine, 'name'>, string>;
  sum: string;
  /** In place of a priority, for items without. */
  noPriority: string;
  standing: Record<Standing, string>;
  column: Record<ItemColumn, string>;
  item: ItemWords;
  /** What the signs in the ladders mean. */
  legend: Record<'told' | 'toCome' | 'silent' | 'again' | 'before' | 'provisional', string> & {
    year: (year: number) => string;
  };
  /** A date of a year without a published schedule, in as little room as there is. */
  provisional: string;
  again: (day: string) => string;
  before: (day: string) => string;
  /** Before the figures' source. */
  footer: string;
}

export interface ChartWords {
  open: string;
  inReview: string;
  due: string;
  originallyDue: string;
  today: string;
  /** Stands in its place at the day on which the last item ended. */
  over: string;
  /** The picture in a sentence, for those who do not see it. */
  description: (figures: {
    from: CivilDate;
    until: CivilDate;
    items: number;
    open: number;
    due: number;
    originallyDue: number;
  }) => string;
}

export interface ItemWords {
  life: (cycle: number) => string;
  assisting: (sections: readonly string[]) => string;
  /** How many open measures are past a date of their own. */
  measuresLate: (measures: number) => string;
  leader: string;
  awaited: (role: string, name: string) => string;
  original: (day: string) => string;
  review: (day: string) => string;
  checkIn: (day: string) => string;
  sustained: (until: string) => string;
  returned: (times: number) => string;
  extended: (times: number) => string;
  undeliverable: string;
  logWentBack: string;
  mergedInto: (number: string) => string;
  letter: (rung: string, letter: BoardProposal & { rung: Proposal }) => string;
  requested: (day: string) => string;
  late: string;
  inTime: string;
  notFiled: string;
}
