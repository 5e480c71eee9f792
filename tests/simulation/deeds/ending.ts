import { civilOf } from '../../../domain/calendar/zone';
import { isOpen } from '../../../domain/item/states';
import type { Deed } from '../script';
import { aFile, itemCommand } from './item-commands';
import { roundCommand } from './round-commands';
import type { Order, Sight } from './sight';
import { sent } from './spoil';

/** What careful people do when a round is to come to its end. */
const CAREFUL: Deed = { after: 0, kind: 'round', item: 0, who: 0, pick: 1, spoil: 0, days: 1 };

/** The places of the items that are still open. */
export const openPlaces = ({ items }: Sight): number[] =>
  items.flatMap(({ state }, place) => (isOpen(state.status) ? [place] : []));

/** The head takes an item off the list, if they had no hand in it. */
export const withdrawal = (place: number, sight: Sight): Order | undefined => {
  const seen = sight.items[place];
  if (!seen) return undefined;
  const command = itemCommand('withdraw', { seen, deed: CAREFUL, sight });
  return sent({ to: place, command, submission: undefined }, CAREFUL, sight);
};

/** A notice with the figures of the moment, then the close. */
export const ending = (type: 'publish-notice' | 'close-round', sight: Sight): Order => {
  const careful = roundCommand(type, { deed: CAREFUL, sight });
  const file = aFile('最后的通报', civilOf(sight.now));
  const command = careful.type === 'publish-notice' ? { ...careful, file } : careful;
  return sent({ to: 'round', command, submission: undefined }, CAREFUL, sight);
};
