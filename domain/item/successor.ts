import type { Instant } from '../calendar/zone';
import { keyAt } from '../identity';
import type { Refusal } from '../refusal';
import type { Person } from '../round/roster';
import { otherSide } from './authority';
import type { Side } from './side';
import type { ItemContext, ItemState } from './state';

/** Whether a person has a key that may sign at an instant. */
export const canSign = (person: Pick<Person, 'keys'>, now: Instant): boolean =>
  (person.keys ?? []).some(({ kid }) => 'key' in keyAt(person.keys ?? [], kid, now));

/** Where only signed commands are taken, a successor without a valid key could do nothing. */
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
