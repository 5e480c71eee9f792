import type { ItemNumber, RoundId } from '../../base/ids';
import type { ItemBirth } from '../item/life';
import { isOpen } from '../item/states';
import type { PassedOn } from '../item/passed-on';
import type { RoundPost } from '../ladder/notice';
import type { RoundCommandType } from './command';
import type { RoundEvent } from './event';
import type { LedgerRow } from './row';

/** What a round still has to do in the world: pass a command on to some items, start a new life of one, or tell people. */
export type RoundErrand =
  | { pass: PassedOn; round: RoundId; to: { number: ItemNumber; cycle: number }[] }
  | { start: ItemBirth }
  | { tell: RoundPost[] };

/** Whether items that were added have still to begin. Each start holds a whole amendment, so together they are too large for the next run's input. */
export const startsAdded = ({ errands = [] }: { errands?: readonly RoundErrand[] }): boolean =>
  errands.some((errand) => 'start' in errand && errand.start.added !== undefined);

/** What concerns no item, and is not passed on to any. */
export const OF_THE_ROUND: readonly RoundCommandType[] = [
  'file-document',
  'publish-notice',
  'attest',
  'close-round',
  // Passed on once it takes force.
  'propose-key',
];

/** The lines of the items that hear of an event: those it is about, or all that are open. */
const concernedBy = (event: RoundEvent, rows: readonly LedgerRow[]): LedgerRow[] => {
  const open = rows.filter(({ status }) => isOpen(status));
  if (event.type === 'plan-amended')
    return open.filter(({ number }) => event.changes.some(({ item, keep }) => item === number && !keep));
  if (event.type === 'import-undone') return open.filter(({ number }) => event.items.includes(number));
  return 'item' in event ? open.filter(({ number }) => number === event.item) : open;
};

/** Passes a command on to the items that hear of the event that it has caused. */
export const passing = (
  pass: PassedOn,
  event: RoundEvent,
  { head, rows }: { head: { round: RoundId }; rows: readonly LedgerRow[] },
): RoundErrand => {
  const to = concernedBy(event, rows).map(({ number, cycle }) => ({ number, cycle }));
  return { pass, round: head.round, to };
};
