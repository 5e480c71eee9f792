import { readable, type Instant } from '../../calendar/zone';
import { kindsIn } from '../../evidence/limits';
import type { SignatureFault } from '../../identity';
import type { CommandType } from '../../item/command';
import { isSide } from '../../item/side';
import { isOfFile } from '../../round/command';
import type { RefusalSentences } from '../refusals';
import { ROUND_REFUSALS } from './round';
import { sizesApart } from '../../../base/size';
import { COMMAND, day, FILE_KIND, ITEM_KIND, ROLE, RUNG, STATUS } from './terms';

const anyOf = (names: readonly string[]) => names.join(' or the ');
const measures = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? 'measure' : 'measures'} ${numbers.join(', ')}`;

const FAULTS: Partial<Record<string, string>> = {
  'not-a-date': 'not a date (write YYYY-MM-DD)',
  'control-characters': 'it has line breaks or other control characters',
  empty: 'it is empty',
};

const faultText = (message: string): string =>
  FAULTS[message] ?? message.replace(/^over-(\d+)$/, 'longer than $1 characters');

const SIGNATURE_FAULT: Record<SignatureFault, string> = {
  'too-large': 'the command is larger than 64 KiB; say it in fewer words',
  malformed: 'it is no compact JWS; send what rectify or the client signs',
  'wrong-algorithm': 'only EdDSA (Ed25519) is taken; sign with a key of rectify keygen',
  'wrong-header': 'its header has other fields than alg, kid and typ; send what rectify or the client signs',
  'unknown-key': 'the key is not one of this person in the roster; sign with a registered one',
  'bad-signature': 'it does not fit what was signed; sign the command again, unchanged',
  'not-canonical': 'what was signed is not canonical JSON (RFC 8785); send what rectify or the client signs',
  'key-not-yet-valid': 'the key may not sign yet; wait for its first day, or ask the rectification office',
  'key-expired': 'the key may sign no more; sign with the one that replaced it',
  'key-revoked': 'the key was revoked; sign with a new one from rectify keygen',
};

/** Told to whoever comes second. */
const decidedBy = (decided: { name: string; at: Instant; act?: CommandType } | undefined) =>
  decided
    ? ` ${decided.name} decided before, at ${readable(decided.at)}${decided.act ? ` (${COMMAND[decided.act]})` : ''}.`
    : '';

/** The kinds of files that may be handed in. */
const taken = (mediaTypes: readonly string[]): string => {
  const { kinds, others } = kindsIn(mediaTypes);
  return [...kinds.map((kind) => FILE_KIND[kind]), ...others].join(', ');
};

/** Why something was refused, and what would be accepted. */
export const REFUSALS: RefusalSentences = {
  ...ROUND_REFUSALS,
  InvalidCommand: ({ faults }) =>
    `The command is not well formed. Correct it and send it again: ${faults
      .map(({ path, message }) => `${path}: ${faultText(message)}`)
      .join('; ')}.`,
  SignatureRequired: ({ by }) =>
    `This round takes signed commands only. Sign as "${by}": rectify keygen makes a key; the rectification office puts its public half into the roster.`,
  BadSignature: ({ fault }) => `The signature was not accepted: ${SIGNATURE_FAULT[fault]}.`,
  WrongItem: ({ expected, given }) =>
    `The command is for ${given.item} (cycle ${given.cycle}), but this is ${expected.item} (cycle ${expected.cycle}). Check the item and send it again.`,
  UnknownPerson: ({ person }) =>
    `"${person}" is not one of the people of this item. Only they may act on it; ask the rectification office.`,
  NotAuthorised: ({ command, roles, decided }) => {
    const who = anyOf(roles.map((role) => ROLE[role]));
    const where = roles.some(isSide) ? 'item' : 'round';
    return `Only the ${who} may do this (${COMMAND[command]}); you are not the ${who} of this ${where}.${decidedBy(decided)}`;
  },
  DutiesNotSeparate: ({ command, side }) =>
    `You are, or have acted as, the ${ROLE[side]} of this item, so another person must do this (${COMMAND[command]}): work, approval and acceptance stay with three people.`,
  NotDeputy: ({ by, onBehalfOf }) =>
    `"${by}" is not registered as a deputy of "${onBehalfOf}". "${onBehalfOf}" or a registered deputy must do this.`,
  WrongState: ({ command, status, possible, decided }) =>
    `This is not possible now (${COMMAND[command]}): the state of the item is "${STATUS[status]}". ${
      possible.length > 0
        ? `Possible now: ${possible.map((type) => COMMAND[type]).join(', ')}.`
        : 'It takes no more commands.'
    }${decidedBy(decided)}`,
  UnknownMeasure: ({ measure, measures: known }) =>
    `The item has no measure ${measure}. It has ${measures(known)}.`,
  MeasureAlreadyComplete: ({ measure }) =>
    `Measure ${measure} is already complete. If there is new material, add it as evidence.`,
  MeasuresOpen: ({ measures: open }) =>
    `Not complete yet: ${measures(open)}. The handler may request closure once all measures are.`,
  EvidenceMissing: ({ measures: bare }) =>
    `No evidence yet: ${measures(bare)}. The handler may request closure once every measure has some.`,
  UnknownEvidence: ({ evidence, measure, known }) => {
    const where = measure === undefined ? 'The item' : `Measure ${measure}`;
    const choice =
      known.length > 0
        ? `What can be replaced: ${known.join(', ')}`
        : 'Hand the file in without --replaces, as new evidence';
    return `${where} has no evidence number ${evidence}. ${choice}; rectify show has the numbers.`;
  },
  EvidenceReplaced: ({ evidence, by, current }) =>
    `Evidence number ${evidence} has been replaced by number ${by}. Replace the one that stands: number ${current}.`,
  EvidenceTooLarge: ({ size, most }) => {
    const [has, may] = sizesApart(size, most);
    return `The file has ${has}, and the policy takes up to ${may}. Compress or split it, or ask the rectification office for another policy.`;
  },
  EvidenceTypeNotTaken: ({ mediaType, taken: mediaTypes }) =>
    `The policy takes no ${mediaType} as evidence. It takes: ${taken(mediaTypes)}. Convert the file, or ask the rectification office for another policy.`,
  LogFull: ({ most, given }) =>
    `The log has become very long: from now on a text has ${most} characters at most, and this one has ${given}. Write the gist; hand in the whole as evidence, or have the rectification office file it (file-document).`,
  EvidenceChanged: () =>
    'The evidence has changed since you were shown it. Look at it as it is now, then decide.',
  StatementTooShort: ({ least, given }) =>
    `A return must say what is missing in ${least} characters or more; this has ${given}.`,
  DateNotAhead: ({ date, today }) =>
    `The new deadline must be later than today (${day(today)}); you gave ${day(date)}.`,
  WrongRound: ({ expected, given }) =>
    `The command is for round ${given}, but this is ${expected}. Check the round and send it again.`,
  UnknownItem: ({ number }) => `The round has no item ${number}. Look its number up with rectify list.`,
  OwnCase: ({ command }) =>
    `This concerns yourself (${COMMAND[command]}), so another person with the right must do it.`,
  DateNotLater: ({ date, deadline }) =>
    `An extension must end later than the deadline (${day(deadline)}); you gave ${day(date)}.`,
  NoDeadline: () => 'The item has no deadline, so none can be extended; the office can set one.',
  DeadlineStands: ({ deadline }) =>
    `The item has a deadline (${day(deadline)}); it is moved by an extension or a return, not set again.`,
  TooLate: ({ deadline, today }) =>
    `An extension must be asked for before the deadline: that was ${day(deadline)}, today is ${day(today)}. Finish the work, and tell the responsible leader.`,
  ExtensionsUsedUp: ({ most }) => `The item has been extended ${most} times, which is the most there may be.`,
  ExtensionPending: ({ newDeadline }) =>
    `A request for an extension (to ${day(newDeadline)}) still waits for a decision. Ask again when it is decided.`,
  NoExtensionPending: ({ decided }) => `No extension of this item waits for a decision.${decidedBy(decided)}`,
  ExtensionChanged: ({ shown, now }) =>
    `You were shown a request to ${day(shown)}; now ${day(now)} is asked for. Look at it again, then decide.`,
  NotSustained: ({ kind }) =>
    `The item is ${ITEM_KIND[kind]} and has no stages: accept it. Only sustained items have a stage to accept.`,
  CheckInNotDue: ({ due, opens, until }) =>
    due && opens
      ? `This period has its check-in. The next is due on ${day(due)} and may be given from ${day(opens)}.`
      : `No check-in is due${until ? ` before the end on ${day(until)}` : ''}; the acceptor decides after the end.`,
  AlreadyHolds: ({ person, side }) => `"${person}" is the ${ROLE[side]} of this item already.`,
  SuccessorNotSeparate: ({ person, side, item }) =>
    `"${person}" is, or has acted as, the ${ROLE[side]} of ${item} and cannot take another side of it. Name somebody else, or reassign that item first.`,
  SuccessorWithoutKey: ({ person }) =>
    `This round takes signed commands only, and "${person}" has no key that may sign: first rectify keygen, then the office registers the key.`,
  IntoItself: ({ number }) => `Item ${number} cannot be merged into itself. Name the other item.`,
  UrgedRecently: ({ at, next }) =>
    `The item was urged at ${readable(at)}; it may be urged again from ${readable(next)}.`,
  UnknownNotice: ({ to, notice }) =>
    `No ${notice} has been sent to "${to}". rectify schedule lists what was sent.`,
  NoProposal: ({ number, rung, decided }) =>
    `Item ${number} has no ${RUNG[rung].toLowerCase()} that waits to be issued or dropped.${decidedBy(decided)}`,
  NotArchived: ({ number, status }) =>
    `Item ${number} is "${STATUS[status]}"; only an archived item is reopened.`,
  KeyKnown: ({ kid, person }) =>
    `The key ${kid} is registered for "${person}" already; a key stands in the roster once. Make a new one.`,
  UnknownKey: ({ person, kid, kids }) =>
    `"${person}" has no key ${kid} that could be revoked.${kids.length > 0 ? ` There is: ${kids.join(', ')}.` : ''}`,
  LastKey: ({ kid }) =>
    `The key ${kid} is the last that may sign for the rectification office: without it nobody could. Replace it (rectify replace-key), or register a key for somebody else of the office first.`,
  KeysNotHere: ({ person }) =>
    `The keys of "${person}" are not changed with the record; replace or revoke the key instead.`,
  IdentityWeakened: () =>
    'The round takes signed commands only; a new policy cannot go back to claimed ones.',
  DeciderUnclear: ({ rung, to, decides }) =>
    `A ${RUNG[rung].toLowerCase()} is told to: [${to.join(', ')}] by this policy, and decided by: ${decides.map((one) => ROLE[one]).join(', ')}. Whoever decides must be told; where others are told than by default, name under "decides" which of head, office, oversight among them decide.`,
  NothingNew: ({ command }) =>
    isOfFile(command)
      ? `Not done (${COMMAND[command]}): the very same file is on record already, see rectify round; it was not kept twice. If you meant another, check which file you chose.`
      : `This changes nothing (${COMMAND[command]}): content or version is what is in force. Check it and send it again.`,
};
