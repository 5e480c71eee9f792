import { civilOf } from '../calendar/zone';
import { sideOf } from './authority';
import type { Event } from './event';
import type { LogEntry } from './log';
import type { Decision, ItemContext, ItemState } from './state';
import { nextStatus } from './transitions';

type Happened = Pick<LogEntry, 'at' | 'author'>;

/** The state of an item that has just been assigned. */
export const begin = (
  context: ItemContext,
  { item, cycle }: { item: ItemState['item']; cycle: number },
  { at }: Happened,
  event: Extract<Event, { type: 'assigned' }>,
): ItemState => ({
  item,
  cycle,
  status: 'assigned',
  people: event.people,
  acted: [],
  assignedAt: at,
  ...(event.deadline && { originalDeadline: event.deadline, deadline: event.deadline }),
  deadlineSetAt: at,
  measures: context.planned.measures,
  evidence: [],
  reviewRound: 1,
  returns: [],
  reached: [],
  undeliverable: false,
  unreachable: [],
});

const authorOf = ({ author, at }: Happened) => {
  if (!author) throw new TypeError('this event needs an author');
  return { by: author.by, ...(author.onBehalfOf && { onBehalfOf: author.onBehalfOf }), at };
};

const decisionOf = (
  happened: Happened,
  event: { evidence: Decision['evidence']; opinion?: string },
): Decision => ({
  ...authorOf(happened),
  evidence: event.evidence,
  ...(event.opinion !== undefined && { opinion: event.opinion }),
});

/** Ends a review: what was asked for and decided in it no longer stands. */
const withoutReview = ({ review, approval, ...rest }: ItemState): ItemState => rest;

type Change<E> = (state: ItemState, event: E, happened: Happened) => ItemState;
type Changes = { [T in Event['type']]: Change<Extract<Event, { type: T }>> };

const CHANGES: Changes = {
  assigned: (state) => state,
  acknowledged: (state) => state,
  'progress-reported': (state, event, happened) => ({
    ...state,
    progress: { ...authorOf(happened), text: event.text },
  }),
  'evidence-added': (state, event, happened) => ({
    ...state,
    evidence: [...state.evidence, { ...event.file, measure: event.measure, ...authorOf(happened) }],
  }),
  'measure-completed': (state, event, happened) => ({
    ...state,
    measures: state.measures.map((measure) =>
      measure.no === event.measure
        ? { ...measure, completed: { ...authorOf(happened), result: event.result } }
        : measure,
    ),
  }),
  'closure-requested': (state, event, happened) => ({
    ...state,
    request: { ...authorOf(happened), on: civilOf(happened.at), summary: event.summary },
    review: { since: happened.at, deadline: event.reviewDeadline },
  }),
  approved: (state, event, happened) => ({
    ...state,
    approval: decisionOf(happened, event),
    review: { since: happened.at, deadline: event.reviewDeadline },
  }),
  'approval-voided': (state, event, { at }) => ({
    ...withoutReview(state),
    review: { since: at, deadline: event.reviewDeadline },
  }),
  returned: (state, event, happened) => ({
    ...withoutReview(state),
    reviewRound: state.reviewRound + 1,
    deadline: event.newDeadline,
    deadlineSetAt: happened.at,
    returns: [
      ...state.returns,
      { side: event.side, ...authorOf(happened), opinion: event.opinion, missing: event.missing },
    ],
  }),
  accepted: (state, event, happened) => {
    const { review, ...rest } = state;
    return { ...rest, acceptance: decisionOf(happened, event) };
  },
  'rung-reached': (state, event, { at }) => ({
    ...state,
    reached: [...state.reached, { rung: event.rung, day: event.day, at }],
  }),
  'mail-undeliverable': (state, { person }) => ({
    ...state,
    undeliverable: true,
    unreachable: [...new Set([...state.unreachable, person])],
  }),
  archived: (state, event, { at }) => ({
    ...state,
    archive: { bag: event.bag, archiveNumber: event.archiveNumber, at },
  }),
};

/** The state after an event. */
export const evolve = (state: ItemState, happened: Pick<LogEntry, 'at' | 'author' | 'event'>): ItemState => {
  const { event } = happened;
  const change = CHANGES[event.type] as Change<Event>;
  const changed = change(state, event, happened);
  return { ...changed, status: nextStatus(state.status, event.type), acted: actedAfter(state, happened) };
};

/** Remembers the side that the author of a command has acted for. */
const actedAfter = (state: ItemState, { author, event }: Pick<LogEntry, 'author' | 'event'>) => {
  const side = author && sideOf(event);
  if (!side || state.acted.some((deed) => deed.person === author.by && deed.side === side))
    return state.acted;
  return [...state.acted, { person: author.by, side }];
};
