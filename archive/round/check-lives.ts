import { canonical } from '../../base/hash';
import { numberOf } from '../../base/ids';
import { additionOf } from '../../domain/round/amend/additions';
import type { RoundEvent } from '../../domain/round/event';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import type { RoundFault } from './record-fault';
import type { BagReference } from './record';

/** An entry of whatever a bag holds. */
type Entry = { event?: { type: string; lost?: unknown; added?: unknown } | undefined };

/** How a life begins, in the names of its own log; one that was restored tells what was lost, of an added item by which version. */
type Beginning = { type: string; lost?: unknown; added?: unknown };

/** The events of a round that begin a later life, by what that begins with. */
const LATER = { 'item-reopened': 'reopened', 'item-restored': 'restored' } as const;

const isLater = (event: RoundEvent): event is Extract<RoundEvent, { type: keyof typeof LATER }> =>
  Object.hasOwn(LATER, event.type);

const lostIn = ({ lost }: { lost?: unknown }) => (lost === undefined ? {} : { lost });
const addedIn = ({ added }: { added?: unknown }) => (added === undefined ? {} : { added });

/** The log in the bag of one life of an item begins as the round's log says that this life began. */
export const begunAsTold = (
  { log }: RoundContent,
  { item, cycle, bag }: Pick<BagReference, 'item' | 'cycle' | 'bag'>,
  [first]: readonly Entry[],
): RoundFault[] => {
  if (!log || !first) return [];
  const later = log
    .map(({ event }) => event)
    .filter(isLater)
    .find((event) => event.item === numberOf(item) && event.cycle === cycle);
  const beginning: Beginning = later
    ? { type: LATER[later.type], ...('lost' in later && lostIn(later)) }
    : { type: 'assigned' };
  const expected = { ...beginning, ...addedIn(additionOf(log, numberOf(item)) ?? {}) };
  const { event } = first;
  const found: Beginning = { type: event?.type ?? '', ...(event && { ...lostIn(event), ...addedIn(event) }) };
  return canonical(expected) === canonical(found)
    ? []
    : [{ type: 'item-begins-otherwise', file: ROUND_RECORD.log, bag, cycle }];
};
