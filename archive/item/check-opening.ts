import { roundOf } from '../../base/ids';
import { PlannedItem } from '../../domain/plan/plan';
import { isProved } from '../../domain/round/opening/content';
import { OPENING_FILE, openingSigned } from '../opening';
import type { RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

/**
 * Two people have opened the round of the item, and what they have signed has the item in it as it is planned here. A
 * later life has people and a deadline of its own, and keeps the item as it was signed.
 */
export const opened = ({ item, people, opening }: RecordContent): RecordFault[] => {
  if (!item || !people || !opening) return [];
  const { data: planned } = PlannedItem.safeParse(item.planned);
  const signed = opening.planned ?? planned;
  const isOwn = planned !== undefined && signed?.number === planned.number;
  const isFirst = item.cycle === 1;
  const isSame = isOwn && !(isFirst && opening.planned) && isProved(signed, opening.proof, opening.genesis);
  return [
    ...(isSame ? [] : [{ type: 'opening-differs' as const, file: OPENING_FILE }]),
    ...openingSigned(opening, roundOf(item.item), people),
  ];
};
