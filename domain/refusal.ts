import type { CivilDate } from './calendar/civil';
import type { SignatureFault } from './identity';
import type { Sha256, ItemId, PersonId } from './ids';
import type { CommandType } from './item/command';
import type { Role, Side } from './item/authority';
import type { Status } from './item/status';

/**
 * Why a command was not carried out: a closed list, each with what the person needs to do better.
 * The sentences are in `language/`; nothing of the item has changed when one is given.
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
  /** The person is not in the roster of the round. */
  | { type: 'UnknownPerson'; person: PersonId }
  /** The person does not hold a role that may do this; `roles` may. */
  | { type: 'NotAuthorised'; command: CommandType; by: PersonId; roles: Role[] }
  /** The person is, or has acted as, another side of this item: worker, approver and acceptor stay three. */
  | { type: 'DutiesNotSeparate'; command: CommandType; by: PersonId; side: Side }
  /** The person claims to act for somebody who has not named him as deputy. */
  | { type: 'NotDeputy'; by: PersonId; onBehalfOf: PersonId }
  /** The item is in a state where this cannot be done; `possible` can. */
  | { type: 'WrongState'; command: CommandType; status: Status; possible: CommandType[] }
  | { type: 'UnknownMeasure'; measure: number; measures: number[] }
  | { type: 'MeasureAlreadyComplete'; measure: number }
  /** Closure cannot be asked for while measures are open or lack evidence. */
  | { type: 'MeasuresOpen'; measures: number[] }
  | { type: 'EvidenceMissing'; measures: number[] }
  /** The evidence is no longer what the decision was made on. */
  | { type: 'EvidenceChanged'; shown: Sha256; now: Sha256 }
  /** A return does not say what is missing. */
  | { type: 'StatementTooShort'; least: number; given: number }
  /** A new deadline that is not after today. */
  | { type: 'DateNotAhead'; date: CivilDate; today: CivilDate };
export type RefusalType = Refusal['type'];

export const REFUSAL_TYPES = [
  'InvalidCommand',
  'SignatureRequired',
  'BadSignature',
  'WrongItem',
  'UnknownPerson',
  'NotAuthorised',
  'DutiesNotSeparate',
  'NotDeputy',
  'WrongState',
  'UnknownMeasure',
  'MeasureAlreadyComplete',
  'MeasuresOpen',
  'EvidenceMissing',
  'EvidenceChanged',
  'StatementTooShort',
  'DateNotAhead',
] as const satisfies readonly RefusalType[];
