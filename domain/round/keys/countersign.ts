import type { Instant } from '../../calendar/zone';
import { checkCountersigned, payloadIn, type Received } from '../../identity';
import type { Refusal } from '../../refusal';
import { ProposeKey } from '../command';
import { TWO_OFFICES, openingParties, type OpeningSigner } from '../two-offices';
import type { Roster } from '../roster';
import type { NewKeyFault } from './faults';
import { type KeyProposal } from './proposals';

/** What two people have signed: the command, and who they are. */
export type SignedKey = { command: ProposeKey; signers: OpeningSigner[] };

/**
 * Who has signed for a new key, by what a roster says now; one of the office, and the head or one of oversight. Their keys are
 * looked at as they were when each signature arrived.
 */
export const signedKey = (
  signatures: readonly Received[],
  roster: Roster,
): SignedKey | { fault: NewKeyFault } => {
  const found = checkCountersigned(signatures, {
    kind: 'command',
    schema: ProposeKey,
    parties: openingParties(roster),
    required: TWO_OFFICES,
  });
  if ('fault' in found) return found;
  const { statement: command, signers, missing } = found;
  if (missing.length > 0) return { fault: 'wrong-roles' };
  return signers.some(({ person }) => person === command.person && person !== command.by)
    ? { fault: 'own-case' }
    : { command, signers };
};

const untrusted = (fault: NewKeyFault): { refusal: Refusal } => ({
  refusal: { type: 'UntrustedKey', fault },
});

/** The command that a text says, whoever has signed it. */
export const proposalIn = (jws: string): ProposeKey | { fault: NewKeyFault } => {
  const said = payloadIn(jws);
  if ('fault' in said) return said;
  const { data } = ProposeKey.safeParse(said.payload);
  return data ?? { fault: 'not-a-statement' };
};

/** What a second signature is under, with both who have signed then; or why it is not taken. */
export const judgeSecond = (
  jws: string,
  { standing, roster }: { standing: readonly KeyProposal[]; roster: Roster },
  now: Instant,
): { proposal: KeyProposal; signers: OpeningSigner[] } | { refusal: Refusal } => {
  const stated = proposalIn(jws);
  if ('fault' in stated) return untrusted(stated.fault);
  const proposal = standing.find(({ command }) => command === stated.id);
  if (!proposal || (!proposal.second && now >= proposal.until)) return untrusted('nothing-waits');
  const { first, second } = proposal;
  if (second && second.jws !== jws) return untrusted('already-signed');
  const found = signedKey([first, second ?? { jws, at: now }], roster);
  return 'fault' in found ? untrusted(found.fault) : { proposal, signers: found.signers };
};
