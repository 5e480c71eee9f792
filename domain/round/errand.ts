import type { ItemNumber, RoundId } from '../../base/ids';
import type { ItemBirth } from '../item/life';
import type { PassedOn } from '../item/passed-on';
import type { RoundPost } from '../ladder/notice';
import type { RoundCommandType } from './command';

/** What a round still has to do in the world: pass a command on to some items, start a new life of one, or tell people. */
export type RoundErrand =
  | { pass: PassedOn; round: RoundId; to: { number: ItemNumber; cycle: number }[] }
  | { start: ItemBirth }
  | { tell: RoundPost[] };

/** What concerns no item, and is not passed on to any. */
export const OF_THE_ROUND: readonly RoundCommandType[] = [
  'file-document',
  'publish-notice',
  'attest',
  'close-round',
  // Passed on once it takes force.
  'propose-key',
];
