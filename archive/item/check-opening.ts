import { type ItemId, roundOf } from '../../base/ids';
import type { LogEntry } from '../../domain/item/log';
import { PlannedItem } from '../../domain/plan/plan';
import { isAddedBy, isByOffice } from './added-by';
import { isProved } from '../../domain/round/opening/content';
import { hadOtherPolicy, OPENING_FILE, openingLacking, openingSigned } from '../opening';
import type { RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

/** A later life may begin under a signed policy in a round that took people at their word when it began. */
const lacking = ({ item, log, policy }: RecordContent): RecordFault[] => {
  const isSure = item?.cycle === 1 && policy?.identity === 'signed' && log && !hadOtherPolicy(log);
  return isSure ? openingLacking(log) : [];
};

/** Whether the first entry of an item says the same of how it came into the plan: by the import, or by that amendment. */
const isBornSo = (first: LogEntry | undefined, added: Opening['added']): boolean => {
  if (first?.event.type !== 'assigned') return true;
  const { event, author } = first;
  if (!added) return event.added === undefined;
  return event.added !== undefined && author?.identity === 'signed' && author.jws === added.jws;
};

type Opening = NonNullable<RecordContent['opening']>;

/** Whether an item was imported with the plan of the round, or added by an amendment of it. */
const isOfRound = (
  planned: PlannedItem,
  { proof, added, genesis }: Opening,
  item: ItemId,
  known: NonNullable<RecordContent['people']>,
): boolean => {
  if (proof && !added) return isProved(planned, proof, genesis);
  return added !== undefined && !proof && isAddedBy(planned, added, { genesis, round: roundOf(item) }, known);
};

/**
 * Two people have opened the round of the item, and what they have signed has the item in it as it is planned here, or an
 * amendment of it that was signed since. A later life has people and a deadline of its own, and keeps the item as it was signed.
 */
export const opened = (record: RecordContent): RecordFault[] => {
  const { item, people, opening, payload, log = [] } = record;
  if (!payload.has(OPENING_FILE)) return lacking(record);
  if (!item || !people || !opening) return [];
  const { data: planned } = PlannedItem.safeParse(item.firstPlanned ?? item.planned);
  const signed = opening.planned ?? planned;
  const isOwn = planned !== undefined && signed?.number === planned.number;
  const isFirst = item.cycle === 1;
  // A later life does not know who was of the office when the item was added.
  const isEntitled = !isFirst || !opening.added || isByOffice(opening.added, people, log);
  const isWhole =
    isOwn && isEntitled && !(isFirst && (opening.planned !== undefined || !isBornSo(log[0], opening.added)));
  const isSame = isWhole && isOfRound(signed, opening, item.item, people);
  return [
    ...(isSame ? [] : [{ type: 'opening-differs' as const, file: OPENING_FILE }]),
    ...openingSigned(opening, roundOf(item.item), people),
  ];
};
