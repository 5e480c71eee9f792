import type { Instant } from '../calendar/zone';
import type { UndoImport } from '../round/command';
import { rowOf } from '../round/row';
import { type Work } from '../round/work';
import { workIn } from '../round/work-begun';
import type { Event } from './event';
import type { ItemContext, ItemState } from './state';
import { isOpen } from './states';

/** An undone import as an item hears of it. `since`: when the round has undone it. */
export type Undone = { command: UndoImport; state: ItemState; context: ItemContext; since: Instant };

/** What was done with an item besides acknowledging it. What its line of the ledger does not tell, it knows itself. */
export const workOf = (state: ItemState, context: ItemContext): Work[] => {
  const work = workIn(rowOf(state, context, 0));
  const isReported = state.measures.some(({ progress }) => progress !== undefined);
  return isReported && !work.includes('progress') ? ['progress', ...work] : work;
};

/** An item is withdrawn with its round, unless somebody has worked on it meanwhile: then it stays, and says so. */
export const undoneBy = ({ command, state, context, since }: Undone): Event[] => {
  if (!isOpen(state.status)) return [];
  const work = workOf(state, context);
  if (work.length > 0) return [{ type: 'undo-refused', work }];
  const { reason, number } = command;
  return [{ type: 'withdrawn', reason, ...(number !== undefined && { number }), undone: since }];
};
