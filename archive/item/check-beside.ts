import { type RoundId, roundOf, type Sha256 } from '../../base/ids';
import type { TrustedKeys } from '../../domain/round/opening/trust';
import type { Roster } from '../../domain/round/roster';
import { OPENING_FILE } from '../opening';
import { keysHeld } from './check-keys';
import type { RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

/** A round that two people have opened, as its bag tells that lies beside. */
type Round = { round: RoundId; genesis: Sha256; roster: Roster };

/**
 * What an item's bag says otherwise than that of its round, where that lies beside: every item of a round has its opening, and people have
 * the keys in it that they had there. `trusted`: see `keysHeld`.
 */
export const heldToRound = (
  record: RecordContent,
  { round, trusted }: { round: Round | undefined; trusted: TrustedKeys | undefined },
): RecordFault[] => {
  const { item, payload, opening } = record;
  const isOfRound = item !== undefined && roundOf(item.item) === round?.round;
  if (isOfRound && !payload.has(OPENING_FILE))
    return [{ type: 'opening-missing', file: OPENING_FILE, beside: 'round' }];
  const roster = opening?.genesis === round?.genesis ? round?.roster : undefined;
  return keysHeld(record, { roster, trusted });
};
