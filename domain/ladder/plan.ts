import { addWorkingDays, type Calendar } from '../calendar/calendar';
import { addDays, type CivilDate } from '../calendar/civil';
import { nextMailInstant, opening } from '../calendar/working-hours';
import { civilOf, type Instant, instant } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import type { ItemContext, ItemState, Sustaining } from '../item/state';
import { dayAfterSustaining } from '../item/rules/sustaining';
import type { Status } from '../item/states';
import { reviewerOf } from '../item/waiting';
import { decidersOf } from '../round/deciders';
import { personIn } from '../round/offices';
import type { Policy } from '../round/policy';
import { type Anchor, daysOf } from './days';
import { measureRemindersOf, nextPlanning } from './measure-plan';
import type { Reminder } from './notice';
import { reminderId } from './notice-id';
import { pressingIn } from './pressing';
import { isProposal, type Recipient, type Rung } from './rung';

/** What the ladder depends on: an item has it, and so does its line of the ledger. */
export type Laddered = {
  status: Status;
  assignedAt: Instant;
  deadline?: CivilDate | undefined;
  deadlineSetAt: Instant;
  review?: ItemState['review'] | undefined;
  sustaining?: { since: Instant; checkIn?: Sustaining['checkIn'] | undefined } | undefined;
};

/** A rung of the ladder on the day it is reached. */
export type Step = { rung: Rung; day: CivilDate };

/** A reminder with the person it goes to. */
export type Planned = Reminder & { to: PersonId };

/** Recipients who follow an item from its assignment; the others hear only of what has happened. */
const OWN_PEOPLE: readonly Recipient[] = ['handler', 'leader', 'reviewer'];

/**
 * What the rungs count from in this state. While a reviewer has the item, its own deadline rests; an item
 * without a deadline has no anchor for one, so it is never called overdue. A sustained one has its check-ins.
 */
export const anchorsOf = (state: Laddered): Partial<Record<Rung['anchor'], Anchor>> => {
  const { status, assignedAt, deadline, deadlineSetAt, review, sustaining } = state;
  const dated: Partial<Record<Rung['anchor'], Anchor | undefined>> = {
    deadline: deadline && { day: deadline, since: deadlineSetAt },
    'review-deadline': review && { day: review.deadline, since: review.since },
    'check-in': sustaining?.checkIn && { day: sustaining.checkIn, since: sustaining.since },
  };
  const which = pressingIn(status);
  const pressing = which && dated[which];
  return {
    ...(status === 'assigned' && { assignment: { day: civilOf(assignedAt), since: assignedAt } }),
    ...(which && pressing && { [which]: pressing }),
  };
};

/** Every step of the ladder from the anchors of this state up to a day, in order of days. */
export const stepsOf = (state: Laddered, policy: Policy, calendar: Calendar, until: CivilDate): Step[] => {
  const anchors = anchorsOf(state);
  return policy.ladder
    .flatMap((rung) => {
      const anchor = anchors[rung.anchor];
      return anchor ? daysOf(rung, anchor, calendar, until).map((day) => ({ rung, day })) : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};

/** How far ahead repeating rungs are planned: the policy's horizon past the later of today and the anchor. */
export const horizonOf = (
  state: Laddered,
  { policy, calendar }: Pick<ItemContext, 'policy' | 'calendar'>,
  today: CivilDate,
): CivilDate => {
  const days = Object.values(anchorsOf(state)).map((anchor) => anchor.day);
  const latest = days.reduce((a, b) => (a > b ? a : b), today);
  return addWorkingDays(calendar, latest, policy.horizonWorkingDays);
};

/** The head is told where the item knows no superior: somebody must be. */
const superiorOf = (state: ItemState, { roster }: ItemContext): PersonId => {
  const superior = personIn(roster, reviewerOf(state) ?? '')?.superior;
  return superior && personIn(roster, superior) ? superior : roster.head;
};

const peopleOf = (recipient: Recipient, state: ItemState, context: ItemContext): readonly PersonId[] => {
  const { roster } = context;
  switch (recipient) {
    case 'handler':
      return [state.people.handler];
    case 'leader':
      return [state.people.leader];
    case 'reviewer': {
      const reviewer = reviewerOf(state);
      return reviewer ? [reviewer] : [];
    }
    case 'superior':
      return [superiorOf(state, context)];
    case 'head':
      return [roster.head];
    case 'office':
      return roster.office;
    case 'oversight':
      return roster.oversight;
  }
};

/** The item's note that it has noticed this day of the rung. */
const noteOf = (state: ItemState, { rung, day }: Step) =>
  state.reached.find((reached) => reached.rung === rung.id && reached.day === day);

/** True when the item has noticed this day of the rung, or a later one. */
const wasPassed = (state: ItemState, { rung, day }: Step): boolean =>
  state.reached.some((reached) => reached.rung === rung.id && reached.day >= day);

/**
 * Who hears of a step and when: own people ahead of time, all others once the item has noticed its day. Where
 * it was noticed on a later day, those others hear of it then, also who is one of the item's own people besides.
 */
const toldOf = (step: Step, state: ItemState, context: ItemContext): Planned[] => {
  const { calendar, policy } = context;
  const told = (isOwn: boolean) =>
    step.rung.to
      .filter((to) => OWN_PEOPLE.includes(to) === isOwn)
      .flatMap((to) => peopleOf(to, state, context));
  const others = told(false);
  const note = noteOf(state, step);
  const onTime = opening(calendar, policy.mail, step.day);
  const isLate = note !== undefined && civilOf(note.at) > step.day;
  const noticed = isLate ? nextMailInstant(calendar, policy.mail, note.at) : onTime;
  return [...new Set([...told(true), ...(note ? others : [])])].map((to) => {
    const slot = others.includes(to) ? noticed : onTime;
    const { id: rung } = step.rung;
    const isCopy = isProposal(rung) && !decidersOf(rung, context).includes(to);
    return { to, id: reminderId(state, rung, step.day), rung, slot, ...(isCopy && { cc: true }) };
  });
};

/** Since when a rung has something to say; undefined where it has nothing. */
export const standsSince = (
  state: Laddered & Pick<ItemState, 'resumedAt'>,
  { rung }: Step,
): Instant | undefined => {
  const since = anchorsOf(state)[rung.anchor]?.since;
  const resumed = rung.anchor === 'deadline' ? state.resumedAt : undefined;
  return since === undefined ? undefined : instant(Math.max(since, resumed ?? since));
};

/** The same for a person, who may have come to the item later. */
const toldSince = (state: ItemState, step: Step, person: PersonId): Instant | undefined => {
  const since = standsSince(state, step);
  return since === undefined ? undefined : instant(Math.max(since, state.joined[person] ?? since));
};

/**
 * Every reminder of this state, those of its measures too: those to come, and those whose instant has passed since the
 * state's anchor was set and `from`, which a late mailbox may still have to send.
 */
export const remindersOf = (
  state: ItemState,
  context: ItemContext,
  from: Instant,
  now: Instant,
): Planned[] => {
  const until = horizonOf(state, context, civilOf(now));
  const ofItem = stepsOf(state, context.policy, context.calendar, until).flatMap((step) =>
    toldOf(step, state, context).filter(({ slot, to }) => {
      const since = toldSince(state, step, to);
      return since !== undefined && slot > since && slot >= from;
    }),
  );
  return [...ofItem, ...measureRemindersOf(state, context, from, now)];
};

/** True for steps that somebody outside the item is told of: the item itself must wake for them. */
export const isEscalation = ({ rung }: Step): boolean => rung.to.some((to) => !OWN_PEOPLE.includes(to));

/** Steps for people outside the item whose day has come and that the item has not noticed yet. */
export const newlyReached = (
  state: ItemState,
  { policy, calendar }: ItemContext,
  today: CivilDate,
): Step[] => {
  const anchors = anchorsOf(state);
  const steps = stepsOf(state, policy, calendar, today).filter((step) => {
    const anchor = anchors[step.rung.anchor];
    return (
      isEscalation(step) &&
      !wasPassed(state, step) &&
      anchor !== undefined &&
      step.day > civilOf(anchor.since)
    );
  });
  return lastOfEachRung(steps);
};

/** After an outage of weeks a repeating rung is told once, for its last day, not once for each day missed. */
const lastOfEachRung = (steps: Step[]): Step[] => [
  ...new Map(steps.map((step): [string, Step] => [step.rung.id, step])).values(),
];

/**
 * The next day, after today, on which the item itself must act: a rung told to outsiders, the day after its
 * deadline, the day on which it has been sustained long enough, or on which reminders of its measures are planned anew.
 */
export const nextDay = (state: ItemState, context: ItemContext, today: CivilDate): CivilDate | undefined => {
  const until = horizonOf(state, context, today);
  const step = stepsOf(state, context.policy, context.calendar, until).find(
    (step) => isEscalation(step) && step.day > today,
  );
  const deadline = anchorsOf(state).deadline?.day;
  const days = [
    step?.day,
    deadline && addDays(deadline, 1),
    dayAfterSustaining(state),
    nextPlanning(state, context, today),
  ];
  return days.filter((day) => day !== undefined && day > today).sort()[0];
};
