import type { BodyId, PersonId, RoundId, Sha256 } from '../../../base/ids';
import type { Countersigned, CountersignFault, Received } from '../../identity';
import type { Policy } from '../policy';
import type { OpeningStatement } from './content';
import { isPinned, type TrustedKeys } from './trust';
import { checkOpeningSigned } from './signers';
import type { OpeningOffice, OpeningParty, OpeningSigner } from '../two-offices';

/** Why a round was not opened: a closed list. */
export type OpeningFault =
  /** Started by a version that signed no openings, after the operator had set an end to that. */
  | 'no-opening'
  /** Of a round whose people are taken at their word, where the operator allows none. */
  | 'claimed-not-allowed'
  /** The workflow has the name of another round. */
  | 'other-workflow'
  /** The plan names no body. */
  | 'no-body'
  | CountersignFault
  /** Signed for another round, or another body. */
  | 'other-round'
  | 'other-body'
  /** What was signed is not what the round was started with. */
  | 'genesis-differs'
  /** Signed long before the round was started, or after. */
  | 'stale'
  /** The operator has pinned no key for the body. */
  | 'body-not-pinned'
  /** The operator has pinned other keys for it. */
  | 'key-not-pinned'
  /** The second signature did not come in time, or came when it was no longer needed. */
  | 'expired'
  | 'already-open';

/** What the check of an opening is given: all of it was told by whoever started the round, except `workflow` and `startedAt`. */
export type OpeningOrder = {
  round: RoundId;
  bodyId?: BodyId | undefined;
  identity: Policy['identity'];
  parties: readonly OpeningParty[];
  /** Computed of what the round was started with; absent in rounds of older versions. */
  genesis?: Sha256 | undefined;
  signatures: readonly Received[];
  workflow: { expected: string; found: string };
  /** When the server started the round: real time, epoch milliseconds. */
  startedAt: number;
};

/** What the operator of the workers has set. */
export type OpeningTrust = {
  pins: TrustedKeys;
  allowsClaimed: boolean;
  /** Rounds of older versions that were started earlier are opened without a check. Epoch milliseconds. */
  since?: number | undefined;
};

/** `person`: whom the fault is about, where it is about somebody. */
type RefusedOpening = { fault: OpeningFault; person?: PersonId };

export type OpeningVerdict =
  /** Of a claimed round, or of an older version, nobody. */
  | { outcome: 'opened'; signers: OpeningSigner[] }
  /** One good signature; one of the holders of `missing` has still to sign. */
  | { outcome: 'waiting'; signers: OpeningSigner[]; missing: readonly OpeningOffice[] }
  | ({ outcome: 'refused' } & RefusedOpening);

/** How far from the start of the round its first signature may be given, in ms: clocks differ, and passphrases take time. */
const FRESH = 3_600_000;

const refused = (fault: OpeningFault, person?: PersonId): OpeningVerdict => ({
  outcome: 'refused',
  fault,
  ...(person !== undefined && { person }),
});

const faultOf = (statement: OpeningStatement, order: OpeningOrder): OpeningFault | undefined => {
  const { round, bodyId, genesis, startedAt } = order;
  if (statement.round !== round) return 'other-round';
  if (statement.bodyId !== bodyId) return 'other-body';
  if (statement.genesis !== genesis) return 'genesis-differs';
  return Math.abs(Date.parse(statement.at) - startedAt) > FRESH ? 'stale' : undefined;
};

/** Who has signed an opening, by the keys of the roster alone; or what is wrong with it. */
export const judgeSigned = (
  order: OpeningOrder,
): Countersigned<OpeningStatement, OpeningOffice> | { fault: OpeningFault } => {
  const found = checkOpeningSigned(order.signatures, order.parties);
  if ('fault' in found) return found;
  const fault = faultOf(found.statement, order);
  return fault ? { fault } : found;
};

const judgePinned = (order: OpeningOrder, { pins }: OpeningTrust): OpeningVerdict => {
  const { bodyId } = order;
  if (bodyId === undefined) return refused('no-body');
  const found = judgeSigned(order);
  if ('fault' in found) return refused(found.fault);
  const own = pins[bodyId];
  if (!own || own.length === 0) return refused('body-not-pinned');
  const stranger = found.signers.find((signer) => !isPinned(signer, own));
  if (stranger) return refused('key-not-pinned', stranger.person);
  const { signers, missing } = found;
  return missing.length > 0 ? { outcome: 'waiting', signers, missing } : { outcome: 'opened', signers };
};

/** Whether a round may be opened, by what the operator trusts now. Never throws. */
export const judgeOpening = (order: OpeningOrder, trust: OpeningTrust): OpeningVerdict => {
  const { workflow, genesis, identity, startedAt } = order;
  if (genesis === undefined)
    return trust.since !== undefined && startedAt < trust.since
      ? { outcome: 'opened', signers: [] }
      : refused('no-opening');
  if (workflow.expected !== workflow.found) return refused('other-workflow');
  if (identity === 'claimed')
    return trust.allowsClaimed ? { outcome: 'opened', signers: [] } : refused('claimed-not-allowed');
  return judgePinned(order, trust);
};
