import type { CivilDate } from '../calendar/civil';
import type { PersonId } from '../../base/ids';
import type { Event } from '../item/event';
import { assistantsIn, ownedMeasures } from '../item/helping';
import type { ItemContext, ItemState } from '../item/state';
import { awaitedOf } from '../item/waiting';
import { type Difference, differencesOf } from '../round/amend/difference';
import { nameOf } from '../round/offices';
import { measureBrief } from './measure-plan';
import type { FactKind, MeasureBrief } from './notice';
import type { RungId } from './rung';

/** What is told of an event: `to` is asked something or must know, `cc` may know. */
export type Announcement = {
  kind: FactKind;
  to: readonly PersonId[];
  cc?: readonly PersonId[];
  text?: string;
  missing?: string;
  date?: CivilDate;
  rung?: RungId;
  successor?: string;
  from?: PersonId;
  measures?: MeasureBrief[];
  changes?: readonly Difference[];
};

type AnnouncementFor<E> = (event: E, state: ItemState, context: ItemContext) => Announcement | undefined;
type Announcements = { [T in Event['type']]: AnnouncementFor<Extract<Event, { type: T }>> };

const textOf = (text: string | undefined) => (text === undefined ? {} : { text });

const present = (person: PersonId | undefined): PersonId[] => (person === undefined ? [] : [person]);

/** An event that is only in the log: nobody is told of it. */
const notAnnounced = () => undefined;

const sides = ({ people }: ItemState): PersonId[] => [people.handler, people.leader, people.acceptor];

/** Whoever helps the handler, and is asked to. */
const helpers = (state: ItemState, context: ItemContext): PersonId[] => [
  ...ownedMeasures(state, context).map(({ owner }) => owner),
  ...assistantsIn(context),
];

const decided = (
  kind: FactKind,
  { decider, newDeadline, opinion }: Extract<Event, { type: 'extension-granted' | 'extension-refused' }>,
  { people }: ItemState,
): Announcement => ({
  kind,
  to: [people.handler],
  cc: decider === 'head' ? [people.leader] : [],
  date: newDeadline,
  ...textOf(opinion),
});

/** Those whose measures an amendment touches: who has them now, and who had them. */
const ownersOf = ({ measures = {}, before }: Extract<Event, { type: 'amended' }>): PersonId[] =>
  [
    ...(measures.add ?? []),
    ...(measures.change ?? []).map(({ set }) => set),
    ...(before.measures ?? []),
  ].flatMap(({ owner }) => owner ?? []);

/** Which events are told, to whom. */
const ANNOUNCEMENTS: Announcements = {
  assigned: (_event, { people }) => ({ kind: 'assigned', to: [people.handler], cc: [people.leader] }),
  reopened: ({ reason }, { people }, { roster }) => ({
    kind: 'reopened',
    to: [people.handler],
    text: reason,
    cc: [people.leader, people.acceptor, roster.head, ...roster.office],
  }),
  /** Everybody hears that a log is lost. */
  restored: ({ reason }, { people }, { roster }) => ({
    kind: 'restored',
    to: [people.handler],
    text: reason,
    cc: [people.leader, people.acceptor, roster.head, ...roster.office, ...roster.oversight],
  }),
  acknowledged: notAnnounced,
  /** The handler answers for a measure that somebody else reports of. */
  'progress-reported': ({ text, measure: no }, { people, measures }) => {
    const measure = measures.find((one) => one.no === no);
    return (
      measure && {
        kind: 'measure-reported',
        to: [],
        cc: [people.handler],
        text,
        measures: [measureBrief(measure)],
      }
    );
  },
  'evidence-added': notAnnounced,
  'evidence-withdrawn': notAnnounced,
  'measure-completed': notAnnounced,
  'result-recorded': notAnnounced,
  'result-corrected': notAnnounced,
  'closure-requested': ({ summary }, { people }) => ({
    kind: 'closure-requested',
    to: [people.leader],
    text: summary,
  }),
  'closure-withdrawn': ({ reason }, { people }) => ({
    kind: 'closure-withdrawn',
    to: [],
    cc: [people.leader, people.acceptor],
    text: reason,
  }),
  'extension-requested': ({ decider, newDeadline, reason }, { people }, { roster }) => ({
    kind: 'extension-requested',
    to: [decider === 'head' ? roster.head : people.leader],
    cc: decider === 'head' ? [people.leader] : [],
    date: newDeadline,
    text: reason,
  }),
  'extension-granted': (event, state) => decided('extension-granted', event, state),
  'extension-refused': (event, state) => decided('extension-refused', event, state),
  approved: ({ opinion }, { people }) => ({
    kind: 'approved',
    to: [people.acceptor],
    ...textOf(opinion),
  }),
  'approval-voided': (_event, { people }) => ({
    kind: 'approval-voided',
    to: [people.leader],
    cc: [people.acceptor],
  }),
  asked: ({ text }, { people }) => ({ kind: 'asked', to: [people.handler], text }),
  returned: ({ side, opinion, missing }, { people }) => ({
    kind: 'returned',
    to: [people.handler],
    text: opinion,
    missing,
    ...(side === 'acceptor' && { cc: [people.leader] }),
  }),
  accepted: ({ opinion }, { people }) => ({
    kind: 'accepted',
    to: [],
    cc: [people.handler, people.leader],
    ...textOf(opinion),
  }),
  'stage-accepted': ({ until, opinion }, { people }) => ({
    kind: 'stage-accepted',
    to: [people.handler],
    cc: [people.leader],
    date: until,
    ...textOf(opinion),
  }),
  'checked-in': ({ text }, { people }) => ({ kind: 'checked-in', to: [], cc: [people.leader], text }),
  'sustaining-ended': ({ until }, { people }) => ({
    kind: 'sustaining-ended',
    to: [people.acceptor],
    cc: [people.handler],
    date: until,
  }),
  withdrawn: ({ reason, number, undone }, state, context) => ({
    kind: undone === undefined ? 'withdrawn' : 'import-undone',
    to: [],
    cc: [...sides(state), ...context.roster.office, ...helpers(state, context)],
    text: number === undefined ? reason : `${number} ${reason}`,
  }),
  /** Somebody has to decide about it by itself. */
  'undo-refused': (_event, _state, { roster }) => ({
    kind: 'undo-refused',
    to: roster.office,
    cc: [roster.head],
  }),
  reassigned: ({ side, from, to, note }, state, { roster }) => ({
    kind: 'reassigned',
    to: [to],
    cc: [from, ...sides(state)],
    text: note,
    successor: nameOf(to, roster),
    ...(side === 'handler' && { from }),
  }),
  'deadline-set': ({ deadline, reason }, { people }) => ({
    kind: 'deadline-set',
    to: [people.handler],
    cc: [people.leader],
    date: deadline,
    text: reason,
  }),
  amended: (event, state, { roster }) => ({
    kind: 'amended',
    to: [state.people.handler],
    cc: [state.people.leader, state.people.acceptor, ...ownersOf(event)].filter((one) =>
      roster.people.some(({ id }) => id === one),
    ),
    text: event.reason,
    ...(event.set?.deadline && { date: event.set.deadline }),
    changes: differencesOf(event, (person) => nameOf(person, roster)),
  }),
  /** Whoever it concerns has been told of the amendment. */
  'closure-voided': notAnnounced,
  /** Its round tells the office. */
  'amendment-refused': notAnnounced,
  urged: ({ to, text }) => ({ kind: 'urged', to: [to], ...textOf(text) }),
  /** Made of what is sent again, see `factsOf`. */
  resent: notAnnounced,
  commented: ({ text }, state) => ({ kind: 'commented', to: [], cc: sides(state), text }),
  'rung-reached': notAnnounced,
  'proposal-issued': ({ rung, number }, { people }, { roster }) => ({
    kind: 'proposal-issued',
    to: [people.handler],
    cc: [people.leader, roster.head],
    rung,
    text: number,
  }),
  'proposal-dropped': notAnnounced,
  'people-changed': notAnnounced,
  'office-replaced': notAnnounced,
  'helper-replaced': ({ from, to, note }, { people }, { roster }) => ({
    kind: 'helper-replaced',
    to: [],
    cc: [people.handler, from],
    text: note,
    successor: nameOf(to, roster),
  }),
  'key-replaced': notAnnounced,
  'key-revoked': notAnnounced,
  /** Told to those for whom a date has moved, or has become firm. */
  'calendar-changed': ({ firm, reviewDeadline }, state) => ({
    kind: 'calendar-changed',
    ...(reviewDeadline && { date: reviewDeadline }),
    to: reviewDeadline ? present(awaitedOf(state)) : [],
    cc: reviewDeadline || firm ? [state.people.handler, state.people.leader] : [],
  }),
  'policy-changed': notAnnounced,
  archived: ({ archiveNumber }, _state, { roster }) => ({
    kind: 'archived',
    to: [],
    cc: [roster.archivist],
    text: archiveNumber,
  }),
  'mail-undeliverable': ({ person, address, reason }, { unreachable }, { roster }) => ({
    kind: 'undeliverable',
    // Nor to anybody else whom no mail reaches: refusals of refusals would never end.
    to: roster.office.filter((one) => !unreachable.includes(one)),
    text: `${nameOf(person, roster)} <${address}>: ${reason}`,
  }),
};

/** What is told of an event, and to whom; undefined for one that is only in the log. */
export const announcementOf = (
  event: Event,
  state: ItemState,
  context: ItemContext,
): Announcement | undefined => {
  const announce = ANNOUNCEMENTS[event.type] as AnnouncementFor<Event>;
  return announce(event, state, context);
};
