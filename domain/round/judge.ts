import type { Instant } from '../calendar/zone';
import { admitted } from '../item/admission';
import { bindingObjection } from '../item/binding';
import type { Refusal } from '../refusal';
import type { RoundCommand } from './command';
import { undecidedIn } from './deciders';
import { unagreedKeys } from './keys/admission';
import { roundQuota } from './daily-quota';
import { decideRound } from './decide';
import { lastToCountersign, notForOffice, notOnlyOwnRecords } from './not-for-office';
import type { Confirmations } from './policy';
import type { RoundState, RoundVerdict } from './rule';
import { unfitKeysIn } from './unfit-keys';

/** Why a policy that earlier rounds may have taken is refused: it leaves open who decides what is proposed. */
const deciderUnclear = (command: RoundCommand): Refusal | undefined => {
  if (command.type !== 'new-policy') return undefined;
  const [first] = undecidedIn(command.policy.ladder);
  return first && { type: 'DeciderUnclear', rung: first.rung, to: first.to, decides: first.decides };
};

/** Whether people hear of decisions in their name later, or not at all. */
const isWeaker = (after: Confirmations | undefined, before: Confirmations): boolean =>
  after?.decisions !== 'digest' ||
  after.withinWorkingDays > before.withinWorkingDays ||
  after.youngKeyWorkingDays < before.youngKeyWorkingDays;

/** To people whose key is in other hands a confirmation is how they hear of it: the office alone neither stops nor delays that. */
const confirmationsOff = (command: RoundCommand, { head }: RoundState): Refusal | undefined => {
  const { identity, confirm } = head.policy;
  if (command.type !== 'new-policy' || identity !== 'signed' || confirm?.decisions !== 'digest')
    return undefined;
  if (!isWeaker(command.policy.confirm, confirm)) return undefined;
  const { withinWorkingDays, youngKeyWorkingDays } = confirm;
  return { type: 'ConfirmationsOff', withinWorkingDays, youngKeyWorkingDays };
};

/** In characters; that of a calendar names the release of the library, and what the office has added to it. */
const LONGEST_VERSION = { policy: 64, calendar: 128 } as const;

const longVersion = (part: keyof typeof LONGEST_VERSION, version: string): Refusal | undefined => {
  const most = LONGEST_VERSION[part];
  if (version.length <= most) return undefined;
  return { type: 'InvalidCommand', faults: [{ path: `${part}.version`, message: `over-${most}` }] };
};

/** Every item enters the names of versions in its log. Earlier rounds took them at any length. */
const versionTooLong = (command: RoundCommand): Refusal | undefined => {
  if (command.type === 'new-policy') return longVersion('policy', command.policy.version);
  return command.type === 'new-calendar' ? longVersion('calendar', command.calendar.version) : undefined;
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
    versionTooLong(command) ??
    deciderUnclear(command) ??
    confirmationsOff(command, state) ??
    filedBefore(command, state) ??
    unfitKeysIn(command, head.roster) ??
    unagreedKeys(command, state, now) ??
    notForOffice(command, state) ??
    notOnlyOwnRecords(command, state) ??
    lastToCountersign(command, state, now) ??
    roundQuota(command, state, now);
  const verdict = admitted(decideRound(command, state, now), command, log);
  return refusal && !('refusal' in verdict) ? { refusal } : verdict;
};
