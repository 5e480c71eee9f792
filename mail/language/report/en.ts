import { count } from '../../../base/plural';
import type { ReportFigures } from '../../../domain/round/report/report';
import type { ReportWords } from './words';

const FIGURE: Record<keyof ReportFigures, string> = {
  items: 'items',
  open: 'open',
  inReview: 'in review',
  overdue: 'overdue',
  closed: 'closed',
  withdrawn: 'withdrawn or merged',
  returns: 'returns',
  extensions: 'extensions',
};

const HOW = {
  closed: 'closed',
  'stage-accepted': 'stage result accepted',
  withdrawn: 'withdrawn or merged',
};

const MOVE = {
  'closure-requested': 'closure requested',
  approved: 'approved by the leader',
  returned: 'returned for rework',
  'deadline-set': 'deadline changed',
};

/** Parts of a line, without those that have nothing to say. */
const parts = (...all: (string | false | undefined)[]): string =>
  all.filter((part) => part !== undefined && part !== false && part !== '').join(', ');

const times = (done: string, n: number): string | undefined =>
  n === 0 ? undefined : `${done} ${n === 1 ? 'once' : `${n} times`}`;

/** What weekly and monthly reports say. */
export const ENGLISH_REPORT: ReportWords = {
  group: 'Report',
  summary: (day) => `As of ${day}: how the round stands.`,
  kind: { weekly: 'Weekly report', monthly: 'Monthly report' },
  said: ({ from, to, today }) => `What was done from ${from} to ${to}; figures as of ${today}.`,
  label: {
    figures: 'Overall',
    compared: 'Since the last report',
    done: 'Done in this period',
    moved: 'Moved in this period',
    late: 'Late, and why',
    due: (until) => `Falling due by ${until}`,
  },
  figures: ({ items, open, inReview, overdue, closed, withdrawn, returns, extensions }) =>
    parts(
      count(items, 'item'),
      `${open} open (${inReview} in review, ${overdue} overdue)`,
      `${closed} closed`,
      withdrawn > 0 && `${withdrawn} withdrawn or merged`,
      `so far ${count(returns, 'return')} and ${count(extensions, 'extension')}`,
    ),
  compared: ({ from, to }, changes) =>
    `${changes.length > 0 ? changes.join(', ') : 'no figure has changed'} (the last covered ${from} to ${to})`,
  change: ({ figure, by }) => `${FIGURE[figure]} ${by > 0 ? '+' : '-'}${Math.abs(by)}`,
  first: 'no earlier report of this kind',
  count: (items) => count(items, 'item'),
  none: 'none',
  more: (items) => `and ${items} more: rectify list`,
  done: ({ item, how, on, late }) =>
    `${item}: ${HOW[how]} on ${on}${late ? ' (requested after the deadline)' : ''}`,
  move: (what, on) => `${MOVE[what]} on ${on}`,
  moved: ({ item, status, moves, deadline, original, extensions, returns }) =>
    `${item}: ${parts(
      ...moves,
      status && `now ${status}`,
      deadline && `deadline ${deadline}`,
      original && `originally ${original}`,
      times('extended', extensions),
      times('returned', returns),
    )}`,
  waits: {
    acknowledge: (name) => `${name} is to acknowledge it`,
    rectify: (name) => `${name} is to do the work`,
    supplement: (name) => `${name} is to rework it`,
    approve: (name) => `${name} is to approve or return it`,
    accept: (name) => `${name} is to accept or return it`,
    'check-in': (name) => `${name} is to check in`,
    'decide-extension': (name) => `${name} is to decide on an extension`,
    'decide-proposal': (name) => `${name} is to decide whether to issue the proposed step`,
    measure: (name) => `${name} is to carry out a measure`,
  },
  late: ({ item, status, due, days, waits, asksUntil, returns, undeliverable, progress, isSilent }) =>
    `${item}: ${parts(
      `due ${due}, ${count(days, 'day')} late`,
      status,
      ...waits,
      asksUntil && `extension asked for until ${asksUntil}`,
      times('returned', returns),
      undeliverable && 'mail could not be delivered',
      isSilent && 'no progress reported',
      progress !== undefined && `last progress: ${progress}`,
    )}`,
  due: ({ item, due, status, waits }) => `${item}: ${parts(due, ...(waits.length > 0 ? waits : [status]))}`,
};
