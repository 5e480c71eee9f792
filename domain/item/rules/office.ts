import type { Instant } from '../../calendar/zone';
import { instant } from '../../calendar/zone';
import type { PersonId } from '../../../base/ids';
import { keyAt } from '../../identity';
import { numberOf } from '../../../base/ids';
import type { Refusal } from '../../refusal';
import { namedBy } from '../../round/people';
import type { Person } from '../../round/roster';
import { otherSide } from '../authority';
import type { Command } from '../command';
import { reviewDeadline } from '../review-deadline';
import type { Side } from '../side';
import type { ItemContext, ItemState } from '../state';
import { reviewerIn } from '../status';
import { awaitedOf } from '../waiting';
import { type Case, happens, notAhead, refuse, type Rules } from './rule';

const HOUR = 3_600_000;

type Reassignment = Case<Extract<Command, { type: 'reassign' }>>;

/** Whether a person has a key that may sign at an instant. */
export const canSign = (person: Pick<Person, 'keys'>, now: Instant): boolean =>
  (person.keys ?? []).some(({ kid }) => 'key' in keyAt(person.keys ?? [], kid, now));

/** Where only signed commands are taken, whoever has no key that may sign could do nothing. */
export const unableToSign = (
  successor: Person,
  { policy }: Pick<ItemContext, 'policy'>,
  now: Instant,
): Refusal | undefined =>
  policy.identity === 'signed' && !canSign(successor, now)
    ? { type: 'SuccessorWithoutKey', person: successor.id }
    : undefined;

/** Why a person cannot take over a side of an item. */
export const unfitSuccessor = (
  successor: Person,
  side: Side,
  state: Pick<ItemState, 'people' | 'acted' | 'item'>,
  context: Pick<ItemContext, 'policy'>,
  now: Instant,
): Refusal | undefined => {
  const person = successor.id;
  const other = otherSide(person, side, { sides: state.people, acted: state.acted });
  if (other) return { type: 'SuccessorNotSeparate', person, side: other, item: state.item };
  return unableToSign(successor, context, now);
};

/** Everybody whom the item has, or gets to know by the command. A record that it has comes first. */
const knownTo = ({ command, context }: Reassignment): Person[] => [
  ...context.roster.people,
  ...command.people,
];

/** The successor's record; or who is missing: the successor, one of the deputies or the superior it names. */
const successorOf = (given: Reassignment): { successor: Person } | { stranger: PersonId } => {
  const { to } = given.command;
  const known = knownTo(given);
  const successor = known.find(({ id }) => id === to);
  if (!successor) return { stranger: to };
  const stranger = namedBy(successor).find((named) => !known.some(({ id }) => id === named));
  return stranger ? { stranger } : { successor };
};

/** A reviewer who gets the item in the middle of a review has the whole time for it. */
const newReview = (side: Side, { state, context, today }: Pick<Case, 'state' | 'context' | 'today'>) => {
  const reviewer = reviewerIn(state.status);
  return reviewer === side ? { reviewDeadline: reviewDeadline(reviewer, today, context) } : {};
};

/** What a person's side of an item becomes when another takes it over. */
export const handedOver = (
  { side, to, note }: { side: Side; to: PersonId; note: string },
  given: Pick<Case, 'state' | 'context' | 'today'>,
) => ({
  type: 'reassigned' as const,
  side,
  from: given.state.people[side],
  to,
  note,
  ...newReview(side, given),
});

/** What the office, the head and everybody with a word in it do to an item. */
export const OFFICE: Rules<'withdraw' | 'reassign' | 'set-deadline' | 'urge' | 'resend' | 'comment'> = {
  withdraw: ({ command, state }) => {
    const { reason, into } = command;
    if (into === numberOf(state.item)) return refuse({ type: 'IntoItself', number: into });
    return happens({ type: 'withdrawn', reason, ...(into !== undefined && { into }) });
  },

  reassign: (given) => {
    const { command, state, context, now } = given;
    const { side, to, by, onBehalfOf, note } = command;
    if (to === by || to === onBehalfOf) return refuse({ type: 'OwnCase', command: 'reassign', by });
    if (to === state.people[side]) return refuse({ type: 'AlreadyHolds', person: to, side });
    const found = successorOf(given);
    if ('stranger' in found) return refuse({ type: 'UnknownPerson', person: found.stranger });
    const unfit = unfitSuccessor(found.successor, side, state, context, now);
    return unfit ? refuse(unfit) : happens(handedOver({ side, to, note }, given));
  },

  'set-deadline': ({ command, state, today }) => {
    const { deadline, reason } = command;
    if (state.deadline !== undefined) return refuse({ type: 'DeadlineStands', deadline: state.deadline });
    const passed = notAhead(deadline, today);
    if (passed) return refuse(passed);
    return happens({ type: 'deadline-set', deadline, reason });
  },

  urge: ({ command, state, context, now }) => {
    const to = awaitedOf(state);
    const { by, text } = command;
    if (to === undefined || to === by) return refuse({ type: 'OwnCase', command: 'urge', by });
    const next = state.urgedAt && instant(state.urgedAt + context.policy.urge.hours * HOUR);
    if (next !== undefined && state.urgedAt !== undefined && now < next)
      return refuse({ type: 'UrgedRecently', at: state.urgedAt, next });
    return happens({ type: 'urged', to, ...(text !== undefined && { text }) });
  },

  resend: ({ command: { to, notice }, hasTold }) =>
    hasTold && !hasTold(to, notice)
      ? refuse({ type: 'UnknownNotice', to, notice })
      : happens({ type: 'resent', to, notice }),

  comment: ({ command }) => happens({ type: 'commented', text: command.text }),
};
