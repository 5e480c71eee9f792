import type { CivilDate } from '../../calendar/civil';
import type { Instant } from '../../calendar/zone';
import type { PersonId } from '../../../base/ids';
import type { Refusal } from '../../refusal';
import type { Command, CommandType } from '../command';
import type { Event } from '../event';
import type { Role } from '../side';
import type { ItemContext, ItemState } from '../state';

/** The outcome of a command: at least one event, or a refusal, which changes nothing. */
export type Verdict = { events: [Event, ...Event[]] } | { refusal: Refusal };

/**
 * An item as a command finds it. `hasTold`: whether a notice has gone out to a person; undefined where that cannot be known
 * and is taken for granted.
 */
export type Found = {
  state: ItemState;
  context: ItemContext;
  hasTold: ((to: PersonId, notice: string) => boolean) | undefined;
};

/** A command that its author may give, with all that a rule looks at. `role`: in which they give it. */
export type Case<C = Command> = Found & {
  command: C;
  role: Role;
  now: Instant;
  today: CivilDate;
};
export type Rule<C> = (given: Case<C>) => Verdict;
export type Rules<T extends CommandType> = { [K in T]: Rule<Extract<Command, { type: K }>> };

export const happens = (...events: [Event, ...Event[]]): Verdict => ({ events });
export const refuse = (refusal: Refusal): Verdict => ({ refusal });

/** A date that is newly set must be ahead. */
export const notAhead = (date: CivilDate, today: CivilDate): Refusal | undefined =>
  date <= today ? { type: 'DateNotAhead', date, today } : undefined;

/** A text that its author may leave out, as an event and the state have it. */
export const withOpinion = (opinion: string | undefined) => (opinion === undefined ? {} : { opinion });
