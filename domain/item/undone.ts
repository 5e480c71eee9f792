import type { Instant } from '../calendar/zone';
import type { UndoImport } from '../round/command';
import type { Event } from './event';
import { workOf } from './former-work';
import type { ItemContext, ItemState } from './state';
import { isOpen } from './states';

/** An undone import as an item hears of it. `since`: when the round has undone it. */
export type Undone = { command: UndoImport; state: ItemState; context: ItemContext; since: Instant };

/** An item is withdrawn with its round, unless somebody has worked on it meanwhile: then it stays, and says so. */
export const undoneBy = ({ command, state, context, since }: Undone): Event[] => {
  if (!isOpen(state.status)) return [];
  const work = workOf(state, context);
  if (work.length > 0) return [{ type: 'undo-refused', work }];
  const { reason, number } = command;
  return [{ type: 'withdrawn', reason, ...(number !== undefined && { number }), undone: since }];
};
