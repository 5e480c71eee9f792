import type { Instant } from '../../calendar/zone';
import type { Received } from '../../identity';
import type { Refusal } from '../../refusal';
import type { ProposeKey } from '../command';
import type { OpeningSigner } from '../two-offices';
import type { Roster } from '../roster';
import { signedByTwo, statedIn } from '../second/two-signed';
import type { NewKeyFault } from './faults';
import { type KeyProposal } from './proposals';

/** What two people have signed: the command, and who they are. */
export type SignedKey = { command: ProposeKey; signers: OpeningSigner[] };

/** Who has signed for a new key, by what a roster says now: see `signedByTwo`. */
export const signedKey = (
  signatures: readonly Received[],
  roster: Roster,
): SignedKey | { fault: NewKeyFault } => {
  const found = signedByTwo(signatures, roster);
  if ('fault' in found) return found;
  const { command, signers } = found;
  return command.type === 'propose-key' ? { command, signers } : { fault: 'not-a-statement' };
};

const untrusted = (fault: NewKeyFault): { refusal: Refusal } => ({
  refusal: { type: 'UntrustedKey', fault },
});

/** The command that a text says, whoever has signed it. */
export const proposalIn = (jws: string): ProposeKey | { fault: NewKeyFault } => {
  const stated = statedIn(jws);
  if ('fault' in stated || stated.type === 'propose-key') return stated;
  return { fault: 'not-a-statement' };
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
