import type { Instant } from '../calendar/zone';
import { admitted } from '../item/admission';
import { bindingObjection } from '../item/binding';
import type { Refusal } from '../refusal';
import type { RoundCommand } from './command';
import { undecidedIn } from './deciders';
import { unagreedKeys } from './keys/admission';
import { decideRound } from './decide';
import type { RoundState, RoundVerdict } from './rule';
import { unfitKeysIn } from './unfit-keys';

/** Why a policy that earlier rounds may have taken is refused: it leaves open who decides what is proposed. */
const deciderUnclear = (command: RoundCommand): Refusal | undefined => {
  if (command.type !== 'new-policy') return undefined;
  const [first] = undecidedIn(command.policy.ladder);
  return first && { type: 'DeciderUnclear', rung: first.rung, to: first.to, decides: first.decides };
};

/** The same file filed again in the same way, under whatever title. */
const filedBefore = (command: RoundCommand, { log }: RoundState): Refusal | undefined => {
  if (command.type !== 'file-document') return undefined;
  const { type, kind, file, number, item } = command;
  const isFiled = log.some(
    ({ event }) =>
      event.type === 'document-filed' &&
      event.kind === kind &&
      event.file.sha512 === file.sha512 &&
      event.number === number &&
      event.item === item,
  );
  return isFiled ? { type: 'NothingNew', command: type } : undefined;
};

/**
 * What a command that comes for the first time would do to a round, or why it would be refused; as `judge` for items.
 * It also refuses what earlier code took, and takes again when a history is replayed.
 */
export const judgeRound = (command: RoundCommand, state: RoundState, now: Instant): RoundVerdict => {
  const { head, genesis, clock, log } = state;
  const subject = { identity: head.policy.identity, genesis, clock, log };
  const refusal =
    bindingObjection(command, subject, now) ??
    deciderUnclear(command) ??
    filedBefore(command, state) ??
    unfitKeysIn(command, head.roster) ??
    unagreedKeys(command, state, now);
  const verdict = admitted(decideRound(command, state, now), command, log);
  return refusal && !('refusal' in verdict) ? { refusal } : verdict;
};
