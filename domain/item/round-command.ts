import { isProvisional } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import { civilOf, type Instant } from '../calendar/zone';
import { holdsOffice, personIn } from '../round/offices';
import type { PersonId } from '../../base/ids';
import type { RoundCommand, RoundCommandType } from '../round/command';
import { concerning } from '../round/people';
import { contactsOf } from '../round/contacts';
import { amendedBy } from './amend/events';
import { undoneBy } from './undone';
import type { Event } from './event';
import type { Proof } from './log';
import { otherSide } from './authority';
import { areHelpersAsked, isDone } from './helping';
import { reviewDeadline } from './review-deadline';
import { handedOver } from './rules/reassign';
import { type Side, SIDES } from './side';
import type { ItemContext, ItemState } from './state';
import { isOpen, reviewerIn } from './states';

/** How a command reached an item. `isFull`: its log has no room for one as large as this; `since`: when its round carried it out. */
type Reached = { proof: Proof; isFull: boolean; since: Instant };

type Case<C> = Reached & {
  command: C;
  state: ItemState;
  context: ItemContext;
  now: Instant;
  today: CivilDate;
};
type EventsOf = {
  [T in RoundCommandType]: (given: Case<Extract<RoundCommand, { type: T }>>) => Event[];
};

/** The day on which the review that goes on is due by another calendar. */
const reviewDeadlineBy = (
  calendar: ItemContext['calendar'],
  { review, status }: ItemState,
  { policy }: ItemContext,
): CivilDate | undefined => {
  const reviewer = reviewerIn(status);
  return review && reviewer && reviewDeadline(reviewer, civilOf(review.since), { policy, calendar });
};

const isPending = ({ proposals }: ItemState, which: { rung: string; day: string }): boolean =>
  proposals.some(({ rung, day, outcome }) => rung === which.rung && day === which.day && !outcome);

/**
 * What somebody helped with goes to the successor. Measures go along with a side that is handed over; where those who help
 * are not asked, nothing but the side ever did.
 */
const helpersReplaced = (
  { from, to, note }: { from: PersonId; to: PersonId; note: string },
  goWithSide: boolean,
  { measures, status, returns }: ItemState,
  { planned, roster, policy }: ItemContext,
): Event[] => {
  if (!areHelpersAsked(policy) || !isOpen(status)) return [];
  const owned = goWithSide
    ? []
    : measures.filter((one) => one.owner === from && !isDone(one, { returns })).map(({ no }) => no);
  const sections = contactsOf(planned, roster)
    .filter(({ person }) => person === from)
    .map(({ section }) => section);
  if (owned.length === 0 && sections.length === 0) return [];
  return [{ type: 'helper-replaced', from, to, note, measures: owned, sections }];
};

/** What a command to the whole round does to an item; nothing where it does not concern the item. */
const EVENTS_OF: EventsOf = {
  'register-people': ({ command, context }) => {
    const people = concerning(context.roster, command.people).map(({ id }) => id);
    return people.length === 0 ? [] : [{ type: 'people-changed', people, reason: command.reason }];
  },

  /** A side that the successor may not take stays where it is, for somebody to decide. */
  'replace-person': ({ command, state, context, today }) => {
    const { person: from, successor: to, note } = command;
    const given = { state, context, today };
    const { people, acted, status } = state;
    const sides: readonly Side[] = SIDES.filter(
      (side) => isOpen(status) && people[side] === from && !otherSide(to, side, { sides: people, acted }),
    );
    return [
      ...(holdsOffice(from, context.roster) ? [{ type: 'office-replaced' as const, from, to, note }] : []),
      ...sides.map((side): Event => handedOver({ side, to, note }, given)),
      ...helpersReplaced({ from, to, note }, sides.length > 0, state, context),
    ];
  },

  'replace-key': ({ command: { person, key }, context }) =>
    personIn(context.roster, person) ? [{ type: 'key-replaced', person, kid: key.kid }] : [],

  /** It reaches an item once it takes effect. */
  'propose-key': ({ command: { person, key }, context }) =>
    personIn(context.roster, person) ? [{ type: 'key-replaced', person, kid: key.kid }] : [],

  'revoke-key': ({ command: { person, kid, reason }, context }) =>
    personIn(context.roster, person) ? [{ type: 'key-revoked', person, kid, reason }] : [],

  amend: amendedBy,

  'undo-import': undoneBy,

  'new-calendar': ({ command: { calendar }, state, context }) => {
    const moved = reviewDeadlineBy(calendar, state, context);
    const isFirm = (date: CivilDate | undefined) =>
      date !== undefined && isProvisional(context.calendar, date) && !isProvisional(calendar, date);
    const firm = [state.deadline, state.review?.deadline, state.sustaining?.checkIn].some(isFirm);
    const [from, to] = [context.calendar.version, calendar.version];
    return [
      {
        type: 'calendar-changed',
        from,
        to,
        firm,
        ...(moved && moved !== state.review?.deadline && { reviewDeadline: moved }),
      },
    ];
  },

  'new-policy': ({ command: { policy }, context }) => [
    { type: 'policy-changed', from: context.policy.version, to: policy.version },
  ],

  'issue-proposal': ({ command: { rung, day, number }, state }) =>
    isPending(state, { rung, day }) ? [{ type: 'proposal-issued', rung, day, number }] : [],

  'drop-proposal': ({ command: { rung, day, reason }, state }) =>
    isPending(state, { rung, day }) ? [{ type: 'proposal-dropped', rung, day, reason }] : [],

  reopen: () => [],
  restore: () => [],
  'file-document': () => [],
  'publish-notice': () => [],
  attest: () => [],
  'close-round': () => [],
};

/** The events of an item by a command to its round, in order. Authority has been checked before. */
export const eventsOfRoundCommand = (
  command: RoundCommand,
  state: ItemState,
  context: ItemContext,
  now: Instant,
  reached: Reached = { proof: { identity: 'claimed' }, isFull: false, since: now },
): Event[] => {
  const eventsOf = EVENTS_OF[command.type] as (given: Case<RoundCommand>) => Event[];
  return eventsOf({ ...reached, command, state, context, now, today: civilOf(now) });
};
