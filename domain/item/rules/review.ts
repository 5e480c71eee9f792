import { manifestHash } from '../../evidence/manifest';
import type { Sha256 } from '../../../base/ids';
import type { Refusal } from '../../refusal';
import { reviewDeadline } from '../review-deadline';
import type { Role } from '../side';
import type { ItemState } from '../state';
import type { Reviewer } from '../states';
import { happens, notAhead, refuse, type Rules, withOpinion } from './rule';
import { checkInAfter } from './sustaining';

/** A decision holds only for the evidence that it saw. */
const evidenceChanged = (state: ItemState, shown: Sha256): Refusal | undefined => {
  const now = manifestHash(state);
  return now === shown ? undefined : { type: 'EvidenceChanged', shown, now };
};

/** Reviews are decided by two of the three sides; the table of rights gives them to nobody else. */
const reviewing = (role: Role): Reviewer => (role === 'acceptor' ? 'acceptor' : 'leader');

/** What the leader, then the acceptor, decides on a request for closure. */
export const REVIEW: Rules<'approve' | 'ask' | 'return' | 'accept' | 'accept-stage'> = {
  approve: ({ command, state, context, today }) => {
    const { evidence, opinion } = command;
    const refusal = evidenceChanged(state, evidence);
    if (refusal) return refuse(refusal);
    return happens({
      type: 'approved',
      evidence,
      ...withOpinion(opinion),
      reviewDeadline: reviewDeadline('acceptor', today, context),
    });
  },

  ask: ({ command, role }) => happens({ type: 'asked', side: reviewing(role), text: command.text }),

  return: ({ command, context, role, today }) => {
    const { opinion, missing, newDeadline } = command;
    const least = context.policy.missingStatementLength;
    const given = Array.from(missing).length;
    if (given < least) return refuse({ type: 'StatementTooShort', least, given });
    const passed = notAhead(newDeadline, today);
    if (passed) return refuse(passed);
    return happens({ type: 'returned', side: reviewing(role), opinion, missing, newDeadline });
  },

  accept: ({ command, state }) => {
    const { evidence, opinion } = command;
    const refusal = evidenceChanged(state, evidence);
    if (refusal) return refuse(refusal);
    return happens({ type: 'accepted', evidence, ...withOpinion(opinion) });
  },

  'accept-stage': ({ command, state, context, today }) => {
    const { evidence, until, opinion } = command;
    const { kind } = context.planned;
    if (kind !== 'sustained') return refuse({ type: 'NotSustained', kind });
    const refusal = notAhead(until, today) ?? evidenceChanged(state, evidence);
    if (refusal) return refuse(refusal);
    const checkIn = checkInAfter({ on: today, until, last: today }, context.policy);
    return happens({
      type: 'stage-accepted',
      evidence,
      until,
      ...withOpinion(opinion),
      ...(checkIn && { checkIn }),
    });
  },
};
