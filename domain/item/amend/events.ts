import { civilOf, type Instant } from '../../calendar/zone';
import { numberOf, type PersonId } from '../../../base/ids';
import type { AmendmentObjection, ItemAmendment } from '../../round/amend/amendment';
import { beforeOf } from '../../round/amend/before';
import { correctedUntil, isEasier } from '../../round/amend/needs-head';
import { type Amended, amendmentObjection, passedDeadline } from '../../round/amend/objection';
import type { Amend } from '../../round/command';
import type { PlannedItem, PlannedMeasure } from '../../plan/plan';
import type { Event } from '../event';
import { workOf } from '../former-work';
import { isDone } from '../helping';
import type { Proof } from '../log';
import type { ItemContext, ItemState, Measure } from '../state';
import { isInReview } from '../states';

/** An amendment as an item hears of it. `isFull`: its log has no room for one as large as this. */
export type Heard = {
  command: Amend;
  state: ItemState;
  context: ItemContext;
  now: Instant;
  proof: Proof;
  isFull: boolean;
};

const asPlanned = ({ no, text, kind, owner, deadline }: Measure): PlannedMeasure => ({
  no,
  text,
  kind,
  ...(owner !== undefined && { owner }),
  ...(deadline !== undefined && { deadline }),
});

/** The item of the plan as it is now: what was extended, returned or reassigned since is in its state. */
const plannedNow = ({ planned }: ItemContext, { deadline, measures }: ItemState): PlannedItem => {
  const { deadline: _, ...undated } = planned;
  return { ...undated, ...(deadline && { deadline }), measures: measures.map(asPlanned) };
};

/** Every number that a measure of the item has, or has had. */
const numbersOf = ({ measures, dropped = [] }: ItemState): number[] =>
  [...measures, ...dropped].map(({ no }) => no);

/** The numbers of measures that are done, and do not have to be done again. */
const doneIn = (state: ItemState): number[] =>
  state.measures.flatMap((one) => (isDone(one, state) ? [one.no] : []));

/** Whether the head stands behind it, or where people are taken at their word gives it. */
const hasHead = ({ command: { by, onBehalfOf }, context: { policy, roster }, proof }: Heard): boolean =>
  'countersigned' in proof ||
  (policy.identity === 'claimed' && (by === roster.head || onBehalfOf === roster.head));

/** Policies and calendars that the office has put in force since do not lengthen its time of correction. */
const isAsBorn = ({ state: { born }, context: { policy, calendar } }: Heard): boolean =>
  born.policy === policy.version && born.calendar === calendar.version;

/** What the office may do alone its round has judged; since then the item may have been worked on. */
const takesHead = (change: ItemAmendment, given: Heard): boolean => {
  const { state, context, now } = given;
  if (hasHead(given)) return false;
  const isCorrection =
    isAsBorn(given) &&
    now < correctedUntil(state.assignedAt, context.calendar, context.policy) &&
    workOf(state, context).length === 0;
  return (
    !isCorrection && isEasier(change, { deadline: state.deadline, planned: { measures: state.measures } })
  );
};

/** An item as an amendment finds it: it knows which of its measures are done. */
export const asAmended = ({ state, context }: Pick<Heard, 'state' | 'context'>): Amended => ({
  status: state.status,
  planned: plannedNow(context, state),
  used: numbersOf(state),
  done: doneIn(state),
});

const objectionTo = (change: ItemAmendment, given: Heard): AmendmentObjection | undefined => {
  const { now, isFull } = given;
  const today = civilOf(now);
  if (isFull) return { fault: 'full' };
  const found = amendmentObjection(change, asAmended(given), today);
  if (found) return found;
  if (passedDeadline(change, today)) return { fault: 'date-passed' };
  return takesHead(change, given) ? { fault: 'needs-head' } : undefined;
};

/** The contacts of the sections that one item is to be assisted by, and was not. */
const contactsFor = (
  { set }: ItemAmendment,
  { contacts = {} }: Amend,
  { planned: { assisting = [] } }: ItemContext,
): { contacts?: Record<string, PersonId> } => {
  const fresh = (set?.assisting ?? []).filter((section) => !assisting.includes(section));
  const own = Object.entries(contacts).filter(([section]) => fresh.includes(section));
  return own.length === 0 ? {} : { contacts: Object.fromEntries(own) };
};

/** What an amendment of the plan does to an item that it concerns. One that it cannot take it reports, and stays as it is. */
export const amendedBy = (given: Heard): Event[] => {
  const { command, state, context } = given;
  const { basedOn, reason, number, changes } = command;
  const change = changes.find(({ item, cycle }) => item === numberOf(state.item) && cycle === state.cycle);
  if (!change || change.keep) return [];
  const version = basedOn + 1;
  const objection = objectionTo(change, given);
  if (objection) return [{ type: 'amendment-refused', version, ...objection }];
  const { set, measures } = change;
  const amended: Event = {
    type: 'amended',
    version,
    reason,
    ...(number !== undefined && { number }),
    ...(set && { set }),
    ...(measures && { measures }),
    ...contactsFor(change, command, context),
    before: beforeOf(change, plannedNow(context, state)),
  };
  // What was asked for, and perhaps approved, was another task: the section has more, or something else, to do.
  return isInReview(state.status) && (measures?.add ?? set?.kind)
    ? [amended, { type: 'closure-voided', version }]
    : [amended];
};
