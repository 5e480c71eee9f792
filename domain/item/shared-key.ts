import type { PersonId } from '../../base/ids';
import type { Refusal } from '../refusal';
import { personIn } from '../round/offices';
import type { Roster } from '../round/roster';
import { authorise, barringSide } from './authority';
import type { Command } from './command';
import { helpingIn } from './helping';
import type { ItemContext, ItemState } from './state';
import { pendingExtension } from './state';

/** Others in a roster who have had a key of this person: whoever holds it can act as each of them. */
const sameHand = (id: PersonId, roster: Roster): PersonId[] => {
  const kids = new Set((personIn(roster, id)?.keys ?? []).map(({ kid }) => kid));
  return roster.people
    .filter((other) => other.id !== id && (other.keys ?? []).some(({ kid }) => kids.has(kid)))
    .map((other) => other.id);
};

/**
 * Why a person may not decide whose key another side of the item has too: duties are separate by keys, not by names alone.
 * No key is registered for two people any more (`round/unfit-keys.ts`), but older rounds may have one.
 */
export const sharedKey = (
  command: Command,
  { state, context }: { state: ItemState; context: Pick<ItemContext, 'roster' | 'planned'> },
): Refusal | undefined => {
  const { roster } = context;
  const { by, onBehalfOf, type } = command;
  const hands = [by, ...(onBehalfOf ? [onBehalfOf] : [])].flatMap((id) => sameHand(id, roster));
  if (hands.length === 0) return undefined;
  const { status, people: sides, acted } = state;
  const helping = helpingIn(state, context);
  const standing = { status, sides, acted, decider: pendingExtension(state)?.decider, helping };
  const authority = authorise(command, standing, roster);
  if ('refusal' in authority) return undefined;
  const sidesOfHands = hands.map((person) =>
    barringSide(person, { command: type, role: authority.role }, standing),
  );
  const side = sidesOfHands.find((one) => one !== undefined);
  return side && { type: 'DutiesNotSeparate', command: type, by, side };
};
