import { civilOf, type Instant } from '../calendar/zone';
import type { Refusal } from '../refusal';
import { authorise } from './authority';
import { type Command, type CommandType, isDecision } from './command';
import { helpingIn } from './helping';
import { decisionBefore } from './last-decision';
import { EXTENSION } from './rules/extension';
import { OFFICE } from './rules/office';
import { RESULT } from './rules/result';
import { REVIEW } from './rules/review';
import { type Found, refuse, type Rule, type Rules, type Verdict } from './rules/rule';
import { SUSTAINING } from './rules/sustaining';
import { WORK } from './rules/work';
import { type ItemContext, type ItemState, pendingExtension } from './state';

const RULES: Rules<CommandType> = { ...WORK, ...RESULT, ...REVIEW, ...EXTENSION, ...SUSTAINING, ...OFFICE };

/** An extension that still waits has not been decided by anybody, even where an earlier one was. */
const isStillOpen = ({ type }: Command, state: ItemState): boolean =>
  (type === 'grant-extension' || type === 'refuse-extension') && pendingExtension(state) !== undefined;

const withDecision = (refusal: Refusal, command: Command, state: ItemState, context: ItemContext): Refusal =>
  (refusal.type === 'WrongState' || refusal.type === 'NotAuthorised') &&
  isDecision(command.type) &&
  !isStillOpen(command, state)
    ? { ...refusal, ...decisionBefore(state, context.roster) }
    : refusal;

/**
 * The events of a command to an item, or why the rules refuse it. Pure: `now` is the round's time. A refusal changes
 * nothing; events are to be appended in order. Every replay of a history asks this again, so it must go on accepting
 * what it ever accepted: a new refusal belongs in `admission.ts`, or depends on a field that older rounds lack.
 */
export const decide = (command: Command, found: Found, now: Instant): Verdict => {
  const { state, context } = found;
  const { item, cycle } = command;
  if (item !== state.item || cycle !== state.cycle) {
    const expected = { item: state.item, cycle: state.cycle };
    return refuse({ type: 'WrongItem', expected, given: { item, cycle } });
  }
  const { status, people, acted } = state;
  const decider = pendingExtension(state)?.decider;
  const helping = helpingIn(state, context);
  const authority = authorise(command, { status, sides: people, acted, decider, helping }, context.roster);
  if ('refusal' in authority) return refuse(withDecision(authority.refusal, command, state, context));
  const rule = RULES[command.type] as Rule<Command>;
  return rule({ ...found, command, role: authority.role, now, today: civilOf(now) });
};
