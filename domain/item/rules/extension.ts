import type { CivilDate } from '../../calendar/civil';
import type { Refusal } from '../../refusal';
import { decisionBefore } from '../last-decision';
import type { Decider, Role } from '../side';
import { extensionsUsed, type ItemContext, type ItemState, pendingExtension } from '../state';
import { happens, notAhead, refuse, type Rules, withOpinion } from './rule';

/** Past the concentrated period (集中整改期) only the head decides. */
const deciderOf = ({ round }: ItemContext, newDeadline: CivilDate): Decider =>
  newDeadline > round.concentratedUntil ? 'head' : 'leader';

/** Why no extension may be asked for now, whatever the date. */
const notExtensible = (state: ItemState, { policy }: ItemContext, today: CivilDate): Refusal | undefined => {
  const { deadline } = state;
  if (deadline === undefined) return { type: 'NoDeadline' };
  if (today > deadline) return { type: 'TooLate', deadline, today };
  const pending = pendingExtension(state);
  if (pending) return { type: 'ExtensionPending', newDeadline: pending.newDeadline };
  const { most } = policy.extensions;
  return extensionsUsed(state) >= most ? { type: 'ExtensionsUsedUp', most } : undefined;
};

/** Why there is nothing to decide, or not what was shown. */
const notDecidable = (state: ItemState, context: ItemContext, shown: CivilDate): Refusal | undefined => {
  const pending = pendingExtension(state);
  if (!pending) return { type: 'NoExtensionPending', ...decisionBefore(state, context.roster) };
  const now = pending.newDeadline;
  return now === shown ? undefined : { type: 'ExtensionChanged', shown, now };
};

const decider = (role: Role): Decider => (role === 'head' ? 'head' : 'leader');

/** Extensions (延期): asked for before the deadline, decided by leader or head; the first deadline is kept. */
export const EXTENSION: Rules<'request-extension' | 'grant-extension' | 'refuse-extension'> = {
  'request-extension': ({ command, state, context, today }) => {
    const { newDeadline, reason, progress } = command;
    const refusal = notExtensible(state, context, today);
    if (refusal) return refuse(refusal);
    const { deadline } = state;
    if (deadline !== undefined && newDeadline <= deadline)
      return refuse({ type: 'DateNotLater', date: newDeadline, deadline });
    const decidedBy = deciderOf(context, newDeadline);
    return happens({ type: 'extension-requested', newDeadline, reason, progress, decider: decidedBy });
  },

  'grant-extension': ({ command, state, context, role, today }) => {
    const { newDeadline, opinion } = command;
    const refusal = notDecidable(state, context, newDeadline) ?? notAhead(newDeadline, today);
    if (refusal) return refuse(refusal);
    return happens({
      type: 'extension-granted',
      decider: decider(role),
      newDeadline,
      ...withOpinion(opinion),
    });
  },

  'refuse-extension': ({ command, state, context, role }) => {
    const { newDeadline, opinion } = command;
    const refusal = notDecidable(state, context, newDeadline);
    if (refusal) return refuse(refusal);
    return happens({ type: 'extension-refused', decider: decider(role), newDeadline, opinion });
  },
};
