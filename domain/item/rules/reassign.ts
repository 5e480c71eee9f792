import type { PersonId } from '../../../base/ids';
import { namedBy } from '../../round/people';
import type { Person } from '../../round/roster';
import type { Command } from '../command';
import { reviewDeadline } from '../review-deadline';
import type { Side } from '../side';
import { reviewerIn } from '../states';
import { unfitSuccessor } from '../successor';
import { type Case, happens, refuse, type Rule } from './rule';

type Reassign = Extract<Command, { type: 'reassign' }>;

type Reassignment = Case<Reassign>;

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

/** Gives a side of an item to somebody else. */
export const reassign: Rule<Reassign> = (given) => {
  const { command, state, context, now } = given;
  const { side, to, by, onBehalfOf, note } = command;
  if (to === by || to === onBehalfOf) return refuse({ type: 'OwnCase', command: 'reassign', by });
  if (to === state.people[side]) return refuse({ type: 'AlreadyHolds', person: to, side });
  const found = successorOf(given);
  if ('stranger' in found) return refuse({ type: 'UnknownPerson', person: found.stranger });
  const unfit = unfitSuccessor(found.successor, side, state, context, now);
  return unfit ? refuse(unfit) : happens(handedOver({ side, to, note }, given));
};
