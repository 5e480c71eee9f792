import type { CivilDate } from './calendar/civil';
import type { Instant } from './calendar/zone';
import type { SignatureFault } from './identity';
import type { Sha256, ItemId, ItemNumber, PersonId, RoundId } from '../base/ids';
import type { CommandType } from './item/command';
import type { DecidedBefore } from './item/last-decision';
import type { Mattering } from './item/matters';
import type { Role, Side } from './item/side';
import type { Status } from './item/states';
import type { DecidingOffice, Proposal, Recipient } from './ladder/rung';
import type { Figures, RoundCommandType } from './round/command';
import type { ItemKind } from './plan/plan';
import type { NewKeyFault } from './round/keys/faults';
import type { AmendmentFault } from './round/amend/amendment';
import type { SecondFault } from './round/second/faults';
import type { TwoSignedType } from './round/second/types';
import type { Work } from './round/work';
import type { OpeningFault } from './round/opening/judge';

/** A command to an item or to a round. */
export type AnyCommandType = CommandType | RoundCommandType;

/**
 * Why a command was not carried out: a closed list, each with what the person needs to do better.
 * The sentences are in `language/`; nothing of the item or the round has changed when one is given.
 */
export type Refusal =
  /** The command is not of the agreed form; `faults` name field and reason. */
  | { type: 'InvalidCommand'; faults: { path: string; message: string }[] }
  /** The policy takes signed commands only, and this one only claims who gives it. */
  | { type: 'SignatureRequired'; by: PersonId }
  /** The signature is not one that a key of the person in the roster may give now. */
  | { type: 'BadSignature'; fault: SignatureFault }
  /** The command is for another item, or another life of this one. */
  | { type: 'WrongItem'; expected: { item: ItemId; cycle: number }; given: { item: string; cycle: number } }
  /** The command is for another round. */
  | { type: 'WrongRound'; expected: RoundId; given: RoundId }
  /** The command was signed for another opening of the round: another plan, a drill, another namespace. */
  | { type: 'OtherOpening'; expected?: Sha256; given: Sha256 }
  /** The command does not say for which opening it was signed, or what its author had seen. */
  | { type: 'Unbound'; lacks: ('genesis' | 'seen')[] }
  /** What its author had seen last is no entry of this log. */
  | { type: 'UnknownHead'; seen: Sha256 }
  /** What matters to the decision has come since its author looked: these entries, and `more`. */
  | {
      type: 'SeenTooOld';
      command: CommandType;
      entries: { seq: number; event: Mattering }[];
      more: number;
    }
  /** The clock of its author is off: `given` is what it said, `arrived` the real time. */
  | { type: 'TimeOff'; given: string; arrived: Instant }
  | { type: 'UnknownItem'; number: ItemNumber }
  /** The person is not in the roster of the round. */
  | { type: 'UnknownPerson'; person: PersonId }
  /** The person does not hold a role that may do this; `roles` may. */
  | { type: 'NotAuthorised'; command: AnyCommandType; by: PersonId; roles: Role[]; decided?: DecidedBefore }
  /** The person is, or has acted as, another side of this item: worker, approver and acceptor stay three. */
  | { type: 'DutiesNotSeparate'; command: CommandType; by: PersonId; side: Side }
  /** The person claims to act for somebody who has not named them as deputy. */
  | { type: 'NotDeputy'; by: PersonId; onBehalfOf: PersonId }
  /** The person's own case, which somebody else has to decide. */
  | { type: 'OwnCase'; command: AnyCommandType; by: PersonId }
  /** The item is in a state where this cannot be done; `possible` can. */
  | {
      type: 'WrongState';
      command: CommandType;
      status: Status;
      possible: CommandType[];
      decided?: DecidedBefore;
    }
  | { type: 'UnknownMeasure'; measure: number; measures: number[] }
  /** Its owner answers for it, and the person owns `measures` of those that are open; without a measure none was said. */
  | { type: 'MeasureOfAnother'; measure?: number; measures: number[] }
  | { type: 'MeasureAlreadyComplete'; measure: number }
  /** Who is to answer for a figure is nobody of the item. */
  | { type: 'UnknownVoucher'; person: PersonId }
  /** No result has that number; `known` are those that count. */
  | { type: 'UnknownResult'; result: number; known: number[] }
  /** The result was withdrawn `at`. */
  | { type: 'ResultWithdrawn'; result: number; at: Instant }
  /** Closure cannot be asked for while measures are open or lack evidence. */
  | { type: 'MeasuresOpen'; measures: number[] }
  | { type: 'EvidenceMissing'; measures: number[] }
  /** What a file is to replace is none of the measure; `known` could be. Without a measure none was said. */
  | { type: 'UnknownEvidence'; evidence: number; measure?: number; known: number[] }
  /** Somebody else has handed the file in; `known` are the person's own. */
  | { type: 'EvidenceOfAnother'; evidence: number; known: number[] }
  /** A newer version is there: `by` replaced it, and `current` is the newest. */
  | { type: 'EvidenceReplaced'; evidence: number; by: number; current: number }
  /** The file was taken back `at`. */
  | { type: 'EvidenceWithdrawn'; evidence: number; at: Instant }
  /** The same content is current evidence of the measure already. */
  | { type: 'EvidenceKnown'; evidence: number; measure: number }
  /** In octets. */
  | { type: 'EvidenceTooLarge'; size: number; most: number }
  /** `taken`: media types, see `EvidenceLimits`. */
  | { type: 'EvidenceTypeNotTaken'; mediaType: string; taken: string[] }
  /**
   * The log has become so long that it takes texts of `most` characters only, none at 0; `given` is one too long. `whole`:
   * commands of so many octets. `round`: it is that of a round.
   */
  | { type: 'LogFull'; most: number; given: number; whole?: true; round?: true }
  /** The person has done this so often today; from `next` on they may again. */
  | { type: 'QuotaReached'; command: AnyCommandType; most: number; next: CivilDate }
  /** The evidence is no longer what the decision was made on. */
  | { type: 'EvidenceChanged'; shown: Sha256; now: Sha256 }
  /** A return does not say what is missing. */
  | { type: 'StatementTooShort'; least: number; given: number }
  /** A new date that is not after today. */
  | { type: 'DateNotAhead'; date: CivilDate; today: CivilDate }
  /** A return to a date that only an extension could give. */
  | { type: 'DateTooLate'; date: CivilDate; latest: CivilDate }
  /** Closure is asked for again as it was returned `at`: nothing was said, done or handed in since. */
  | { type: 'NothingChanged'; at: Instant }
  /** An extension to a date that is not after the deadline as it is. */
  | { type: 'DateNotLater'; date: CivilDate; deadline: CivilDate }
  /** An item without a deadline needs no extension. */
  | { type: 'NoDeadline' }
  /** A deadline is set only where there was none; it is moved by an extension or a return. */
  | { type: 'DeadlineStands'; deadline: CivilDate }
  /** An extension is asked for before the deadline has passed. */
  | { type: 'TooLate'; deadline: CivilDate; today: CivilDate }
  | { type: 'ExtensionsUsedUp'; most: number }
  /** One that was asked for before is still to be decided. */
  | { type: 'ExtensionPending'; newDeadline: CivilDate }
  | { type: 'NoExtensionPending'; decided?: DecidedBefore }
  /** Another date has been asked for than the one the decision is about. */
  | { type: 'ExtensionChanged'; shown: CivilDate; now: CivilDate }
  /** Only items of the kind 长期坚持 have stages. */
  | { type: 'NotSustained'; kind: ItemKind }
  /** One check-in a period: the next may be given from `opens`. None at all before the end date. */
  | { type: 'CheckInNotDue'; due?: CivilDate; opens?: CivilDate; until?: CivilDate }
  | { type: 'AlreadyHolds'; person: PersonId; side: Side }
  /** The successor is, or has acted as, another side of the item. */
  | { type: 'SuccessorNotSeparate'; person: PersonId; side: Side; item: ItemId }
  /** Where only signed commands are taken, a successor without a key could do nothing. */
  | { type: 'SuccessorWithoutKey'; person: PersonId }
  | { type: 'IntoItself'; number: ItemNumber }
  /** The item was urged `at`; `next` is when it may be again. */
  | { type: 'UrgedRecently'; at: Instant; next: Instant }
  /** No such notice has been sent to this person. */
  | { type: 'UnknownNotice'; to: PersonId; notice: string }
  /** Nothing of that kind is proposed that is still to be issued or dropped. */
  | {
      type: 'NoProposal';
      number: ItemNumber;
      rung: Proposal;
      decided?: { by: PersonId; name: string; at: Instant };
    }
  /** A letter, of `item` if it is of one, or a notice of this round has that number already. */
  | { type: 'NumberTaken'; number: string; item?: ItemNumber }
  /** Only an item that is in the archive is reopened. */
  | { type: 'NotArchived'; number: ItemNumber; status: Status }
  /** Only an item that the server has ended without a record is restored; this one is not lost, as was `found`. */
  | { type: 'NotLost'; number: ItemNumber; found: 'at-work' | 'recorded' | 'starting' }
  /** The office restores an item with a deadline that needs no decision of the head. */
  | { type: 'DeadlineTooLate'; date: CivilDate; latest: CivilDate }
  /** A key enters the roster once and stays in it. */
  | { type: 'KeyKnown'; kid: string; person: PersonId }
  /** No verifier can rely on what such a key signs: it is no point of the prime-order group. */
  | { type: 'UnusableKey'; kid: string; person: PersonId }
  | { type: 'UnknownKey'; person: PersonId; kid: string; kids: string[] }
  /**
   * The person has had a key: a new one needs the agreement of one that counts, or a second signature. `first`: they are the head or
   * of oversight, and need it for their first.
   */
  | { type: 'KeyNeedsSecond'; person: PersonId; first?: true }
  /** Against the head or one of oversight the office does nothing alone: one of them signs it. */
  | { type: 'NotForOffice'; command: RoundCommandType; person: PersonId }
  /** Another key is to become theirs: `until` somebody must have signed, or `from` then on it counts. */
  | { type: 'KeyWaits'; person: PersonId; kid: string; until?: Instant; from?: Instant }
  /** What is signed for a new key does not make it one. */
  | { type: 'UntrustedKey'; fault: NewKeyFault }
  /** What was signed as the second of two does not count. */
  | { type: 'NotCountersigned'; command: TwoSignedType; fault: SecondFault }
  /** Another has given such a command, which waits for its second signature. */
  | { type: 'SecondAwaited'; command: TwoSignedType; by: PersonId; name: string; until: Instant }
  /** The amendment was made from version `basedOn` of the plan, which is at `version` by now: who amended it, and when. */
  | { type: 'PlanMoved'; basedOn: number; version: number; at?: Instant; name?: string }
  /** What has happened to an item, or the rest of the plan, speaks against an amendment of it. */
  | { type: 'AmendmentUnfit'; item: ItemNumber; fault: AmendmentFault; measure?: number | undefined }
  /** An import is not undone once more was done than acknowledging it: what, in `items`, and in how many others. */
  | { type: 'WorkBegun'; items: { number: ItemNumber; work: Work[] }[]; more: number }
  /** An import is not undone once a notice has said something of it. */
  | { type: 'NoticeOut'; at: Instant }
  /** The import was undone `at`: nothing of it begins anew. */
  | { type: 'ImportUndone'; at: Instant; by: PersonId; name: string }
  /** Nobody could sign for the office any more, or for the head and oversight. */
  | { type: 'LastKey'; kid: string; of?: 'oversight' }
  /** Records of people who are known are changed without their keys; those have commands of their own. */
  | { type: 'KeysNotHere'; person: PersonId }
  /** A round that takes signed commands only does not go back to claimed ones. */
  | { type: 'IdentityWeakened' }
  /** Decisions of a round of signed commands stay confirmed to whoever has made them. */
  /** What stands in the policy in force, in working days. */
  | { type: 'ConfirmationsOff'; withinWorkingDays: number; youngKeyWorkingDays: number }
  /** A policy tells others of a proposal than those who decide on it, and does not say that they do not. */
  | { type: 'DeciderUnclear'; rung: Proposal; to: Recipient[]; decides: DecidingOffice[] }
  /** What is attested is not entry `entries` of the round's log, which has `length`. */
  | { type: 'NotInLog'; entries: number; length: number }
  /** The ledger no longer gives the figures that a notice was published with. */
  | { type: 'FiguresChanged'; shown: Figures; now: Figures }
  /** A round is closed when every item is in the archive; `items` are some that do not, `more` how many others. */
  | { type: 'ItemsOpen'; items: ItemNumber[]; more: number }
  /** A round is closed when a notice of it has been published. */
  | { type: 'NoticeMissing' }
  /** The round was closed `at`: it takes no more commands. */
  | { type: 'RoundClosed'; at: Instant; by: PersonId; name: string }
  /** The round is not opened: nothing of it was started. `person`: whose key it is about, where it is about one. */
  | { type: 'UntrustedOpening'; fault: OpeningFault; person?: PersonId }
  /** The round waits for the second signature of its opening, and takes no commands before. */
  | { type: 'RoundNotOpen'; people: PersonId[] }
  /** What is to be put in force is in force. */
  | { type: 'NothingNew'; command: RoundCommandType };
export type RefusalType = Refusal['type'];

const TYPES: Record<RefusalType, true> = {
  InvalidCommand: true,
  SignatureRequired: true,
  BadSignature: true,
  WrongItem: true,
  WrongRound: true,
  OtherOpening: true,
  Unbound: true,
  UnknownHead: true,
  SeenTooOld: true,
  TimeOff: true,
  UnknownItem: true,
  UnknownPerson: true,
  NotAuthorised: true,
  DutiesNotSeparate: true,
  NotDeputy: true,
  OwnCase: true,
  WrongState: true,
  UnknownMeasure: true,
  MeasureOfAnother: true,
  MeasureAlreadyComplete: true,
  UnknownVoucher: true,
  UnknownResult: true,
  ResultWithdrawn: true,
  MeasuresOpen: true,
  EvidenceMissing: true,
  UnknownEvidence: true,
  EvidenceOfAnother: true,
  EvidenceReplaced: true,
  EvidenceWithdrawn: true,
  EvidenceKnown: true,
  EvidenceTooLarge: true,
  EvidenceTypeNotTaken: true,
  LogFull: true,
  QuotaReached: true,
  EvidenceChanged: true,
  StatementTooShort: true,
  DateNotAhead: true,
  DateTooLate: true,
  NothingChanged: true,
  DateNotLater: true,
  NoDeadline: true,
  DeadlineStands: true,
  TooLate: true,
  ExtensionsUsedUp: true,
  ExtensionPending: true,
  NoExtensionPending: true,
  ExtensionChanged: true,
  NotSustained: true,
  CheckInNotDue: true,
  AlreadyHolds: true,
  SuccessorNotSeparate: true,
  SuccessorWithoutKey: true,
  IntoItself: true,
  UrgedRecently: true,
  UnknownNotice: true,
  NoProposal: true,
  NumberTaken: true,
  NotArchived: true,
  NotLost: true,
  DeadlineTooLate: true,
  KeyKnown: true,
  UnusableKey: true,
  UnknownKey: true,
  KeyNeedsSecond: true,
  NotForOffice: true,
  KeyWaits: true,
  UntrustedKey: true,
  NotCountersigned: true,
  SecondAwaited: true,
  PlanMoved: true,
  AmendmentUnfit: true,
  WorkBegun: true,
  NoticeOut: true,
  ImportUndone: true,
  LastKey: true,
  KeysNotHere: true,
  IdentityWeakened: true,
  ConfirmationsOff: true,
  DeciderUnclear: true,
  NotInLog: true,
  FiguresChanged: true,
  ItemsOpen: true,
  NoticeMissing: true,
  RoundClosed: true,
  UntrustedOpening: true,
  RoundNotOpen: true,
  NothingNew: true,
};
export const REFUSAL_TYPES = Object.keys(TYPES) as RefusalType[];
