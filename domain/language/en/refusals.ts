import { readable, type Instant } from '../../calendar/zone';
import { kindsIn } from '../../evidence/limits';
import type { CommandType } from '../../item/command';
import { isSide } from '../../item/side';
import { isForRound, isOfFile } from '../../round/command';
import type { RefusalSentences } from '../refusals';
import { AMEND_REFUSALS } from './amend';
import { UNDO_REFUSALS } from './undo';
import { BINDING_REFUSALS } from './binding';
import { OPENING_REFUSALS } from './opening';
import { ROUND_REFUSALS } from './round';
import { NEW_KEY_FAULT } from './new-key-faults';
import { SIGNATURE_FAULT } from './signature-faults';
import { count } from '../../../base/plural';
import { sizesApart } from '../../../base/size';
import { COMMAND, day, FILE_KIND, ITEM_KIND, ROLE, RUNG, STATUS } from './terms';

const anyOf = (names: readonly string[]) => names.join(' or the ');
const measures = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? 'measure' : 'measures'} ${numbers.join(', ')}`;

const FAULTS: Partial<Record<string, string>> = {
  'not-a-date': 'not a date (use YYYY-MM-DD)',
  'control-characters': 'must not contain line breaks or other control characters',
  empty: 'must not be empty',
  'too-large': 'is too large for one amendment; give it as several',
};

const faultText = (message: string): string =>
  FAULTS[message] ?? message.replace(/^over-(\d+)$/, 'must not be longer than $1 characters');

/** Told to whoever comes second. */
const decidedBy = (decided: { name: string; at: Instant; act?: CommandType } | undefined) =>
  decided
    ? ` ${decided.name} already decided at ${readable(decided.at)}${decided.act ? ` (${COMMAND[decided.act]})` : ''}.`
    : '';

/** The kinds of files that may be handed in. */
const taken = (mediaTypes: readonly string[]): string => {
  const { kinds, others } = kindsIn(mediaTypes);
  return [...kinds.map((kind) => FILE_KIND[kind]), ...others].join(', ');
};

const NOT_LOST: Record<'at-work' | 'recorded' | 'starting', (number: string) => string> = {
  'at-work': (number) => `Item ${number} is at work on the server; there is nothing to restore.`,
  recorded: (number) =>
    `Item ${number} went to its end; there is nothing to restore. If its problem has come back, it is reopened once it is archived.`,
  starting: (number) => `Item ${number} is only just being started; there is nothing to restore.`,
};

/** Why something was refused, and what would be accepted. */
export const REFUSALS: RefusalSentences = {
  ...ROUND_REFUSALS,
  ...OPENING_REFUSALS,
  ...BINDING_REFUSALS,
  ...AMEND_REFUSALS,
  ...UNDO_REFUSALS,
  InvalidCommand: ({ faults }) =>
    `The command is not valid. Correct it and send it again: ${faults
      .map(({ path, message }) => `${path}: ${faultText(message)}`)
      .join('; ')}.`,
  SignatureRequired: ({ by }) =>
    `This round accepts signed commands only. Sign as "${by}". Without a key yet, run rectify keygen and have the rectification office add the public half to the roster.`,
  BadSignature: ({ fault }) => `The signature was not accepted: ${SIGNATURE_FAULT[fault]}.`,
  WrongItem: ({ expected, given }) =>
    `The command is for ${given.item} (cycle ${given.cycle}), but this is ${expected.item} (cycle ${expected.cycle}). Check the item and send it again.`,
  UnknownPerson: ({ person }) =>
    `"${person}" has no part in this item, so they may not act on it. Ask the rectification office to check the roster.`,
  NotAuthorised: ({ command, roles, decided }) => {
    const who = anyOf(roles.map((role) => ROLE[role]));
    const where = roles.some(isSide) ? 'item' : 'round';
    return `Only the ${who} may do this (${COMMAND[command]}), and you are not the ${who} of this ${where}.${decidedBy(decided)}`;
  },
  DutiesNotSeparate: ({ command, side }) =>
    `You are or were the ${ROLE[side]} of this item, so another person must do this (${COMMAND[command]}). Work, approval and acceptance are done by three different people.`,
  NotDeputy: ({ by, onBehalfOf }) =>
    `"${by}" is not registered as a deputy of "${onBehalfOf}". Only "${onBehalfOf}" or a registered deputy may do this.`,
  WrongState: ({ command, status, possible, decided }) =>
    `This is not possible now (${COMMAND[command]}): the item is "${STATUS[status]}". ${
      possible.length > 0
        ? `Possible now: ${possible.map((type) => COMMAND[type]).join(', ')}.`
        : 'It accepts no more commands.'
    }${decidedBy(decided)}`,
  UnknownMeasure: ({ measure, measures: known }) =>
    `The item has no measure ${measure}. It has ${measures(known)}.`,
  MeasureOfAnother: ({ measure, measures: own }) =>
    measure === undefined
      ? `The owner of a measure reports on that measure alone, so say which one: you own ${measures(own)}.`
      : `You do not own measure ${measure}${own.length > 0 ? `; you own ${measures(own)}` : ''}. Its owner or the handler may do this.`,
  MeasureAlreadyComplete: ({ measure }) =>
    `Measure ${measure} is already complete. It can be completed anew after a return; new material can be added as evidence.`,
  UnknownVoucher: ({ person }) =>
    `"${person}" has no part in this item. Whoever vouches for a result is one of its people; rectify show lists them.`,
  UnknownResult: ({ result, known }) =>
    `The item has no result number ${result}. ${known.length > 0 ? `Recorded: ${known.join(', ')}` : 'None has been recorded'}; rectify show lists the numbers.`,
  ResultWithdrawn: ({ result, at }) =>
    `Result number ${result} was withdrawn at ${readable(at)}. Record it anew if it is to count.`,
  MeasuresOpen: ({ measures: open }) =>
    `Not complete yet: ${measures(open)}. The handler can request closure once all measures are complete.`,
  EvidenceMissing: ({ measures: bare }) =>
    `No evidence yet: ${measures(bare)}. The handler can request closure once every measure has evidence.`,
  UnknownEvidence: ({ evidence, measure, known }) => {
    const where = measure === undefined ? 'The item' : `Measure ${measure}`;
    const choice = known.length > 0 ? `Current: ${known.join(', ')}` : 'There is none yet';
    return `${where} has no evidence number ${evidence}. ${choice}; rectify show lists the numbers.`;
  },
  EvidenceOfAnother: ({ evidence, known }) =>
    `You did not hand in evidence number ${evidence} for a measure of yours, so only whoever did, or the handler, may withdraw it.${known.length > 0 ? ` Yours: ${known.join(', ')}.` : ''}`,
  EvidenceReplaced: ({ evidence, by, current }) =>
    `Evidence number ${evidence} was replaced by number ${by}. The current version is number ${current}.`,
  EvidenceWithdrawn: ({ evidence, at }) =>
    `Evidence number ${evidence} was withdrawn at ${readable(at)}. Submit new material as new evidence.`,
  EvidenceKnown: ({ evidence, measure }) =>
    `This file is already evidence number ${evidence} of measure ${measure}; the same file counts once. To correct its title or date, submit it with --replaces ${evidence}.`,
  EvidenceTooLarge: ({ size, most }) => {
    const [has, may] = sizesApart(size, most);
    return `The file is ${has}; the policy allows up to ${may}. Compress or split it, or ask the rectification office to change the policy.`;
  },
  EvidenceTypeNotTaken: ({ mediaType, taken: mediaTypes }) =>
    `The policy does not accept ${mediaType} as evidence. It accepts: ${taken(mediaTypes)}. Convert the file, or ask the rectification office to change the policy.`,
  LogFull: ({ most, given, whole, round }) => {
    if (round)
      return 'The log of the round is full: it now takes only what brings the round and its items to their end, and keys. No more people, documents, attestations, policies or calendars.';
    if (most === 0)
      return 'The log is full: it now takes only what moves the item on, and no comments, progress reports, questions, urging, resending or withdrawing, nor more evidence for a measure that has some. Contact the people concerned directly, or have the rectification office file what must be kept (file-document).';
    return whole
      ? `The log is almost full: a command may now have at most ${most} bytes, and this one has ${given}. Bring less with each, for instance fewer people.`
      : `The log is almost full: each text may now have at most ${most} characters, and this one has ${given}. Write a summary, and add the full text as evidence or have the rectification office file it (file-document).`;
  },
  QuotaReached: ({ command, most, next }) => {
    const again = `You can do it again from ${day(next)}`;
    const where = isForRound(command) ? 'round' : 'item';
    const hint = where === 'item' ? '; pack many files into one archive' : '';
    return `You have done this (${COMMAND[command]}) ${most} times today for this ${where}, which is as often as the policy allows. ${again}${hint}. The rectification office can change the policy.`;
  },
  EvidenceChanged: () => 'The evidence has changed since it was shown to you. Review it again, then decide.',
  StatementTooShort: ({ least, given }) =>
    `A return must say what is missing, in at least ${least} characters; this has ${given}.`,
  DateNotAhead: ({ date, today }) =>
    `The new deadline must be later than today (${day(today)}); you gave ${day(date)}.`,
  DateTooLate: ({ date, latest }) =>
    `A return can give time until ${day(latest)} at the latest; you gave ${day(date)}. Give that day or an earlier one. If more time is needed, the handler requests an extension after the return, and whoever decides extensions decides.`,
  NothingChanged: ({ at }) =>
    `Nothing has changed since the return at ${readable(at)}. First do what it asks for (complete measures, add or withdraw evidence, report progress), then request closure; rectify show has the opinion.`,
  WrongRound: ({ expected, given }) =>
    `The command is for round ${given}, but this is ${expected}. Check the round and send it again.`,
  UnknownItem: ({ number }) => `The round has no item ${number}. Look up its number with rectify list.`,
  OwnCase: ({ command }) =>
    `This concerns you (${COMMAND[command]}), so another person with the right to do so must do it.`,
  DateNotLater: ({ date, deadline }) =>
    `The new deadline must be later than the current one (${day(deadline)}); you gave ${day(date)}.`,
  NoDeadline: () =>
    'The item has no deadline, so there is nothing to extend. The rectification office can set one.',
  DeadlineStands: ({ deadline }) =>
    `The item already has a deadline (${day(deadline)}). It can be moved by an extension or a return, but not set again.`,
  TooLate: ({ deadline, today }) =>
    `An extension must be requested before the deadline, which was ${day(deadline)}; today is ${day(today)}. Finish the work, and inform the responsible leader.`,
  ExtensionsUsedUp: ({ most }) => `The item has been extended ${count(most, 'time')}, the maximum allowed.`,
  ExtensionPending: ({ newDeadline }) =>
    `An extension request (to ${day(newDeadline)}) is still waiting for a decision. Ask again once it has been decided.`,
  NoExtensionPending: ({ decided }) =>
    `This item has no extension request waiting for a decision.${decidedBy(decided)}`,
  ExtensionChanged: ({ shown, now }) =>
    `The request shown to you was for ${day(shown)}; it is now for ${day(now)}. Review it again, then decide.`,
  NotSustained: ({ kind }) =>
    `The item is ${ITEM_KIND[kind]} and has no stages, so accept it directly. Only a sustained item has a stage to accept.`,
  CheckInNotDue: ({ due, opens, until }) =>
    due && opens
      ? `The check-in for this period has been made. The next is due on ${day(due)} and can be made from ${day(opens)}.`
      : `No further check-in is due${until ? ` before the sustaining period ends on ${day(until)}` : ''}; then the acceptor decides.`,
  AlreadyHolds: ({ person, side }) => `"${person}" is already the ${ROLE[side]} of this item.`,
  SuccessorNotSeparate: ({ person, side, item }) =>
    `"${person}" is or was the ${ROLE[side]} of ${item} and cannot take another role in it. Name somebody else, or reassign that item first.`,
  SuccessorWithoutKey: ({ person }) =>
    `This round accepts signed commands only, and "${person}" has no valid key. They must run rectify keygen, and the rectification office must register the key first.`,
  IntoItself: ({ number }) => `Item ${number} cannot be merged into itself. Name the other item.`,
  UrgedRecently: ({ at, next }) =>
    `The item was urged at ${readable(at)}; it can be urged again from ${readable(next)}.`,
  UnknownNotice: ({ to, notice }) =>
    `The notice ${notice} has not been sent to "${to}". rectify schedule lists the mails sent.`,
  NoProposal: ({ number, rung, decided }) =>
    `Item ${number} has no ${RUNG[rung].toLowerCase()} waiting to be issued or dropped.${decidedBy(decided)}`,
  NotArchived: ({ number, status }) =>
    `Item ${number} is "${STATUS[status]}"; only an archived item can be reopened.`,
  NotLost: ({ number, found }) => NOT_LOST[found](number),
  DeadlineTooLate: ({ date, latest }) =>
    `A restored item can be due on ${day(latest)} at the latest; you gave ${day(date)}. Give that day or an earlier one, or none to keep the deadline it had. If more time is needed, the handler requests an extension afterwards.`,
  KeyKnown: ({ kid, person }) =>
    `The key ${kid} is already registered for "${person}", and a key can be registered only once. Make a new one.`,
  UnusableKey: ({ kid, person }) =>
    `The key ${kid} of "${person}" is not a sound Ed25519 key, so its signatures could be disputed. Have the person make another with rectify keygen.`,
  UnknownKey: ({ person, kid, kids }) =>
    `"${person}" has no key ${kid} that can be revoked.${kids.length > 0 ? ` Their keys: ${kids.join(', ')}.` : ''}`,
  KeyNeedsSecond: ({ person, first }) =>
    first
      ? `"${person}" is the head, of oversight, or a deputy of theirs, and the rectification office alone cannot give them their first key either. The office proposes it and another of head and oversight countersigns it (rectify countersign); it counts a whole working day later.`
      : `"${person}" has had a key, and the rectification office alone cannot give them another. Have them sign the new one with the old (rectify keygen --renew). Where the old one is lost or revoked, the office proposes the new one and the head or oversight countersigns it (rectify countersign); it counts a whole working day later.`,
  NotForOffice: ({ command, person }) =>
    command === 'register-people'
      ? `"${person}" is the head or of oversight, so the rectification office alone cannot name a deputy for them. The head or one of oversight must do it themselves (rectify register-people with this one record), each for the other too; a deputy may not.`
      : `"${person}" is the head or of oversight, so this (${COMMAND[command]}) is not for the rectification office alone. The head or one of oversight must do it themselves, each for the other too; a deputy may not.`,
  KeyWaits: ({ person, kid, until, from }) =>
    `"${person}" has a new key ${kid} that ${from === undefined ? `waits to be countersigned${until === undefined ? '' : ` until ${readable(until)}`}` : `counts from ${readable(from)}`}. To take another, revoke it first with rectify revoke-key.`,
  UntrustedKey: ({ fault }) => `What is signed for the new key was not accepted: ${NEW_KEY_FAULT[fault]}.`,
  LastKey: ({ kid, of }) =>
    of
      ? `The key ${kid} is the last valid key of the head and oversight; without it nobody could countersign another. Its owner replaces it with rectify keygen --renew, or another of head and oversight gets a key first.`
      : `The key ${kid} is the last valid key of the rectification office; without it nobody could sign for the office. Replace it with rectify replace-key, or first register a key for somebody else in the office.`,
  KeysNotHere: ({ person }) =>
    `The keys of "${person}" cannot be changed in the person's record. Replace or revoke the key instead.`,
  ConfirmationsOff: ({ withinWorkingDays, youngKeyWorkingDays }) =>
    `Decisions in this round are confirmed by mail to whoever made them, and a new policy cannot turn that off or have it come later. In the file set confirm.decisions to digest, withinWorkingDays to ${withinWorkingDays} at most, and youngKeyWorkingDays to ${youngKeyWorkingDays} at least.`,
  IdentityWeakened: () =>
    'The round accepts signed commands only, and a new policy cannot go back to unsigned ones.',
  DeciderUnclear: ({ rung, to, decides }) =>
    `Under this policy the ${RUNG[rung].toLowerCase()} goes to [${to.join(', ')}] but is decided by ${decides.map((one) => ROLE[one]).join(', ')}. Whoever decides must receive it. If it goes to others than by default, name under "decides" which of head, office and oversight decide.`,
  NothingNew: ({ command }) =>
    isOfFile(command)
      ? `Not done (${COMMAND[command]}): the same file is already on record (see rectify round) and was not stored again. If you meant another file, check the one you chose.`
      : `This changes nothing (${COMMAND[command]}): the content or version is the one in force. Check it and send it again.`,
};
