import { civilOf } from '../calendar/zone';
import { isProposal } from '../ladder/rung';
import { afterAmendment, afterRefusal } from './amend/evolve';
import { sideOf } from './authority';
import type { Event } from './event';
import type { LogEntry } from './log';
import { withOpinion } from './rules/rule';
import type { Decision, Deed, Extension, ItemContext, ItemState } from './state';
import { nextStatus } from './transitions';

type Happened = Pick<LogEntry, 'at' | 'author'>;

/** The event with which a life of an item begins. */
export type Beginning = Extract<Event, { type: 'assigned' | 'reopened' | 'restored' }>;

/** What the first state of an item is made of, besides the event. */
type Origin = { planned: Pick<ItemContext['planned'], 'measures'> } & {
  [part in 'policy' | 'calendar']: Pick<ItemContext[part], 'version'>;
};

const isBeginning = (event: Event): event is Beginning =>
  event.type === 'assigned' || event.type === 'reopened' || event.type === 'restored';

/** The event with which a log begins, where it is one. */
export const beginningIn = ([first]: readonly Pick<LogEntry, 'event'>[]): Beginning | undefined =>
  first && isBeginning(first.event) ? first.event : undefined;

/** The deadlines of a life that begins: one that was restored is still measured by its first. */
const deadlinesOf = (event: Beginning): Pick<ItemState, 'originalDeadline' | 'deadline'> => {
  const first = event.type === 'restored' ? event.lost.originalDeadline : undefined;
  const { deadline } = event;
  return deadline ? { originalDeadline: first ?? deadline, deadline } : {};
};

/** The state of an item that has just been assigned, reopened or restored. */
export const begin = (
  context: Origin,
  { item, cycle }: { item: ItemState['item']; cycle: number },
  { at }: Happened,
  event: Beginning,
): ItemState => ({
  item,
  cycle,
  born: { policy: context.policy.version, calendar: context.calendar.version },
  ...(event.added && { added: event.added }),
  ...(event.type === 'reopened' && { previous: event.previous }),
  ...(event.type === 'restored' && { lost: event.lost }),
  status: 'assigned',
  people: event.people,
  acted: [],
  assignedAt: at,
  ...deadlinesOf(event),
  deadlineSetAt: at,
  joined: {},
  measures: context.planned.measures,
  evidence: [],
  extensions: [],
  reviewRound: 1,
  returns: [],
  reached: [],
  proposals: [],
  undeliverable: false,
  unreachable: [],
});

const authorOf = ({ author, at }: Happened): Deed => {
  if (!author) throw new TypeError('this event needs an author');
  return { by: author.by, ...(author.onBehalfOf && { onBehalfOf: author.onBehalfOf }), at };
};

const decisionOf = (
  happened: Happened,
  { evidence, opinion }: { evidence: Decision['evidence']; opinion?: string },
): Decision => ({ ...authorOf(happened), evidence, ...withOpinion(opinion) });

/** Ends a review: what was asked for and decided in it no longer counts. */
const withoutReview = ({ review, approval, ...rest }: ItemState): ItemState => rest;

const withOutcome = (state: ItemState, outcome: NonNullable<Extension['outcome']>): ItemState => ({
  ...state,
  extensions: state.extensions.map((asked) => (asked.outcome ? asked : { ...asked, outcome })),
});

/** A request for an extension that nobody has decided falls with the deadline that it was about. */
const withoutRequest = (state: ItemState, { at }: Happened): ItemState =>
  withOutcome(state, { type: 'lapsed', at });

const withProposal = (
  state: ItemState,
  { rung, day }: { rung: string; day: string },
  outcome: NonNullable<ItemState['proposals'][number]['outcome']>,
): ItemState => ({
  ...state,
  proposals: state.proposals.map((one) => (one.rung === rung && one.day === day ? { ...one, outcome } : one)),
});

type Change<E> = (state: ItemState, event: E, happened: Happened) => ItemState;
type Changes = { [T in Event['type']]: Change<Extract<Event, { type: T }>> };

const same = (state: ItemState): ItemState => state;

/** The section goes on: nothing is asked for any more. */
const withoutClosure = (state: ItemState, _event: unknown, { at }: Happened): ItemState => {
  const { request, ...rest } = withoutReview(state);
  // Asking in time is not being late: a deadline that passed meanwhile counts from now, once.
  const inTime = request && state.deadline !== undefined && request.on <= state.deadline;
  return { ...rest, resumedAt: at, ...(inTime && { deadlineSetAt: at }) };
};

const WORK = {
  acknowledged: same,
  'progress-reported': (state, { text, measure: no }, happened) => {
    const progress = { ...authorOf(happened), text };
    if (no === undefined) return { ...state, progress };
    const measures = state.measures.map((one) => (one.no === no ? { ...one, progress } : one));
    return { ...state, measures };
  },
  'evidence-added': (state, { type, file, ...told }, happened) => ({
    ...state,
    evidence: [...state.evidence, { ...file, ...told, ...authorOf(happened) }],
  }),
  'evidence-withdrawn': (state, { evidence: no, reason }, happened) => ({
    ...state,
    evidence: state.evidence.map((file, index) =>
      index + 1 === no ? { ...file, withdrawn: { ...authorOf(happened), reason } } : file,
    ),
  }),
  'measure-completed': (state, { type, measure: no, ...outcome }, happened) => ({
    ...state,
    measures: state.measures.map((measure) =>
      measure.no === no ? { ...measure, completed: { ...authorOf(happened), ...outcome } } : measure,
    ),
  }),
  'result-recorded': (state, { type, ...told }, happened) => ({
    ...state,
    results: [...(state.results ?? []), { ...told, ...authorOf(happened) }],
  }),
  'result-corrected': (state, { result: no, figure, reason }, happened) => {
    const deed = { ...authorOf(happened), reason };
    const change = figure === undefined ? { withdrawn: deed } : { figure, corrected: deed };
    const results = state.results?.map((one, index) => (index + 1 === no ? { ...one, ...change } : one));
    return { ...state, ...(results && { results }) };
  },
  'closure-requested': (state, event, happened) => ({
    ...state,
    request: { ...authorOf(happened), on: civilOf(happened.at), summary: event.summary },
    review: { since: happened.at, deadline: event.reviewDeadline },
  }),
  'closure-withdrawn': withoutClosure,
  'closure-voided': withoutClosure,
  'checked-in': (state, { text, due, checkIn }, happened) => {
    if (!state.sustaining) return state;
    const { checkIn: _, ...sustaining } = state.sustaining;
    const checkIns = [...sustaining.checkIns, { ...authorOf(happened), due, text }];
    return {
      ...state,
      sustaining: { ...sustaining, since: happened.at, checkIns, ...(checkIn && { checkIn }) },
    };
  },
} satisfies Partial<Changes>;

const REVIEW = {
  approved: (state, event, happened) => ({
    ...state,
    approval: decisionOf(happened, event),
    review: { since: happened.at, deadline: event.reviewDeadline },
  }),
  'approval-voided': (state, event, { at }) => ({
    ...withoutReview(state),
    review: { since: at, deadline: event.reviewDeadline },
  }),
  asked: same,
  returned: (state, { side, opinion, missing, newDeadline }, happened) => ({
    ...withoutReview(withoutRequest(state, happened)),
    reviewRound: state.reviewRound + 1,
    deadline: newDeadline,
    deadlineSetAt: happened.at,
    returns: [...state.returns, { side, ...authorOf(happened), opinion, missing }],
  }),
  accepted: (state, event, happened) => {
    const { review, ...rest } = withoutRequest(state, happened);
    return { ...rest, acceptance: decisionOf(happened, event) };
  },
  'stage-accepted': (state, { until, checkIn, ...event }, happened) => {
    const { review, ...rest } = withoutRequest(state, happened);
    const since = happened.at;
    const sustaining = { on: civilOf(since), since, until, ...(checkIn && { checkIn }), checkIns: [] };
    return { ...rest, stage: decisionOf(happened, event), sustaining };
  },
  'sustaining-ended': (state, { reviewDeadline }, { at }) => ({
    ...state,
    review: { since: at, deadline: reviewDeadline },
  }),
} satisfies Partial<Changes>;

const DATES = {
  'extension-requested': (state, { newDeadline, reason, progress, decider }, happened) => {
    const from = state.deadline ?? newDeadline;
    const asked = { ...authorOf(happened), from, newDeadline, reason, progress, decider };
    return { ...state, extensions: [...state.extensions, asked] };
  },
  'extension-granted': (state, { newDeadline, opinion }, happened) => ({
    ...withOutcome(state, { type: 'granted', ...authorOf(happened), ...withOpinion(opinion) }),
    deadline: newDeadline,
    deadlineSetAt: happened.at,
  }),
  'extension-refused': (state, { opinion }, happened) =>
    withOutcome(state, { type: 'refused', ...authorOf(happened), opinion }),
  'deadline-set': (state, { deadline }, { at }) => ({
    ...state,
    originalDeadline: deadline,
    deadline,
    deadlineSetAt: at,
  }),
  // A request for another date falls with the date that it was about.
  amended: (state, event, happened) =>
    afterAmendment(
      event.set?.deadline === undefined ? state : withoutRequest(state, happened),
      event,
      authorOf(happened),
    ),
  'amendment-refused': (state, event) => afterRefusal(state, event),
  'calendar-changed': (state, { reviewDeadline }) =>
    state.review && reviewDeadline
      ? { ...state, review: { ...state.review, deadline: reviewDeadline } }
      : state,
  'policy-changed': same,
} satisfies Partial<Changes>;

const PEOPLE = {
  reassigned: (state, { side, from, to, reviewDeadline }, { at }) => ({
    ...state,
    people: { ...state.people, [side]: to },
    joined: { ...state.joined, [to]: at },
    measures: state.measures.map((measure) =>
      measure.owner === from && !measure.completed ? { ...measure, owner: to } : measure,
    ),
    ...(state.review && reviewDeadline && { review: { since: at, deadline: reviewDeadline } }),
  }),
  withdrawn: (state, { reason, into, undone }, happened) => ({
    ...withoutReview(withoutRequest(state, happened)),
    withdrawal: {
      ...authorOf(happened),
      reason,
      ...(into !== undefined && { into }),
      ...(undone !== undefined && { undone }),
    },
  }),
  'undo-refused': (state, { work }) => ({ ...state, undoRefused: work }),
  urged: (state, _event, { at }) => ({ ...state, urgedAt: at }),
  resent: same,
  commented: same,
  'people-changed': same,
  'office-replaced': (state, { to }, { at }) => ({ ...state, joined: { ...state.joined, [to]: at } }),
  'helper-replaced': (state, { to, measures }, { at }) => ({
    ...state,
    joined: { ...state.joined, [to]: at },
    measures: state.measures.map((one) => (measures.includes(one.no) ? { ...one, owner: to } : one)),
  }),
  'key-replaced': same,
  'key-revoked': same,
} satisfies Partial<Changes>;

const LADDER = {
  'rung-reached': (state, { rung, day }, { at }) => ({
    ...state,
    reached: [...state.reached, { rung, day, at }],
    ...(isProposal(rung) && { proposals: [...state.proposals, { rung, day, at }] }),
  }),
  'proposal-issued': (state, { number, ...which }, happened) =>
    withProposal(state, which, { type: 'issued', number, ...authorOf(happened) }),
  'proposal-dropped': (state, { reason, ...which }, happened) =>
    withProposal(state, which, { type: 'dropped', reason, ...authorOf(happened) }),
  'mail-undeliverable': (state, { person }) => ({
    ...state,
    undeliverable: true,
    unreachable: [...new Set([...state.unreachable, person])],
  }),
} satisfies Partial<Changes>;

const CHANGES: Changes = {
  assigned: same,
  reopened: same,
  restored: same,
  ...WORK,
  ...REVIEW,
  ...DATES,
  ...PEOPLE,
  ...LADDER,
  archived: (state, { bag, archiveNumber, manifest }, { at }) => ({
    ...state,
    archive: { bag, archiveNumber, manifest, at },
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
