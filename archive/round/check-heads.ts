import { attestationsIn, isOfLog } from '../../domain/round/attestation';
import { holds } from '../../domain/round/log-head';
import type { LogEntry } from '../../domain/item/log';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import type { RoundFault } from './record-fault';

/** No log of an item went back while the round looked on. */
export const logsWentOn = ({ ledger }: RoundContent): RoundFault[] =>
  (ledger?.rows ?? []).flatMap(({ item, logWentBack }): RoundFault[] => {
    if (!logWentBack) return [];
    const { cycle, from } = logWentBack;
    const file = ROUND_RECORD.ledger;
    return [{ type: 'item-log-went-back', file, item, cycle, entries: from.entries }];
  });

/** Whoever has countersigned the log of the round saw the entries that it has. */
export const attestedEntries = ({ log }: RoundContent): RoundFault[] =>
  attestationsIn(log ?? [])
    .filter((one) => one.entries >= one.seq || !isOfLog(one, log ?? []))
    .map(({ seq, entries }) => ({ type: 'attested-other', file: ROUND_RECORD.log, seq, entries }));

/** The log in the bag of one life of an item has all that the ledgers had seen of it; told is the newest that it lacks. */
export const headsSeen = (
  { ledgers }: RoundContent,
  { item, cycle, bag }: { item: string; cycle: number; bag: string },
  log: readonly Pick<LogEntry, 'hash'>[],
): RoundFault[] => {
  const seen = ledgers.flatMap(([file, { rows }]) =>
    rows.flatMap((row) =>
      row.item === item && row.cycle === cycle && row.logHead ? [{ file, head: row.logHead }] : [],
    ),
  );
  const lacked = seen.filter(({ head }) => !holds(log, head));
  const newest = lacked.sort((a, b) => a.head.entries - b.head.entries).at(-1);
  if (!newest) return [];
  const { file, head } = newest;
  return [{ type: 'item-log-lacks', file, bag, entries: head.entries, found: log.length }];
};
