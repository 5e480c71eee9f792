import { z } from 'zod';
import { Calendar } from '../calendar/calendar';
import { CivilDate } from '../calendar/civil';
import { KeyId, KeyMaterial } from '../identity/key';
import { ItemNumber, PersonId, RoundId, Sha256 } from '../../base/ids';
import { Envelope, EvidenceFile, Newcomers, textUpTo, Written } from '../item/command';
import { Proposal } from '../ladder/rung';
import { Additions, Amendments } from './amend/amendment';
import { PolicyInForce } from './policy';
import { PUBLISHED } from './published';
import { Roster } from './roster';

const envelope = { ...Envelope.shape, round: RoundId };

const command = <Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) =>
  z.strictObject({ ...envelope, type: z.literal(type), ...fields });

/** 文号 as the office has entered it, e.g. `整改办〔2021〕3号`. One line. */
export const PaperNumber = textUpTo(40).regex(/^[^\p{Cc}\p{Cf}]+$/u, 'control-characters');

/**
 * What is filed with a round (收存): the feedback of the inspection (反馈意见), a version of the plan, a letter as it
 * was signed, the minutes of a talk.
 */
export const DocumentKind = z.enum(['feedback', 'plan', 'letter', 'talk', 'other']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Items by what is published of them (对外口径). */
export const Figures = z.strictObject(
  Object.fromEntries(PUBLISHED.map((one) => [one, z.number().int().nonnegative()])) as Record<
    (typeof PUBLISHED)[number],
    z.ZodNumber
  >,
);
export type Figures = z.infer<typeof Figures>;

const proposal = { item: ItemNumber, rung: Proposal, day: CivilDate };

/** A new key for somebody who has had one. It waits for a second signature over the same text. */
export const ProposeKey = command('propose-key', { person: PersonId, key: KeyMaterial });
export type ProposeKey = z.infer<typeof ProposeKey>;

/**
 * Amends the plan (整改方案调整). `basedOn`: the version of the plan that it was made from. `added`: new items. `contacts`: of the
 * sections that are to assist from now on. `people`: records of those, and of whoever gets a measure: an item may not know them.
 */
export const Amend = command('amend', {
  basedOn: z.number().int().positive(),
  reason: Written,
  number: PaperNumber.optional(),
  changes: Amendments,
  added: Additions.optional(),
  contacts: Roster.shape.contacts,
  people: Newcomers.optional(),
});
export type Amend = z.infer<typeof Amend>;

/** Undoes an import (撤销): every item is withdrawn at once, as long as nobody has done more than acknowledge. */
export const UndoImport = command('undo-import', { reason: Written, number: PaperNumber.optional() });
export type UndoImport = z.infer<typeof UndoImport>;

/** Every command that a person can give to a round. What concerns items the round passes on to them, as it was signed. */
export const RoundCommand = z.discriminatedUnion('type', [
  /** New people, or new records of known ones, with whom they name as deputies and superiors. */
  command('register-people', { people: Newcomers.min(1), reason: Written }),
  /** All open work of a person, and their offices, go to a named successor (人事变动). */
  command('replace-person', { person: PersonId, successor: PersonId, people: Newcomers, note: Written }),
  /** `endorsed`: a key that the person has agrees (`identity/renewal.ts`). A first key needs nobody's agreement. */
  command('replace-key', {
    person: PersonId,
    key: KeyMaterial,
    endorsed: z.string().max(2000).optional(),
  }),
  ProposeKey,
  command('revoke-key', { person: PersonId, kid: KeyId, reason: Written }),
  Amend,
  UndoImport,
  command('new-calendar', { calendar: Calendar }),
  command('new-policy', { policy: PolicyInForce }),
  command('issue-proposal', { ...proposal, number: PaperNumber }),
  command('drop-proposal', { ...proposal, reason: Written }),
  command('reopen', {
    item: ItemNumber,
    cycle: z.number().int().positive(),
    reason: Written,
    deadline: CivilDate,
  }),
  /** Begins anew an item whose life `cycle` the server has ended before its record was in the archive. */
  command('restore', {
    item: ItemNumber,
    cycle: z.number().int().positive(),
    reason: Written,
    /** That of the ledger, unless given. */
    deadline: CivilDate.optional(),
  }),
  command('file-document', {
    kind: DocumentKind,
    file: EvidenceFile,
    number: PaperNumber.optional(),
    item: ItemNumber.optional(),
  }),
  /** The notice as it was published, with the figures that its author was shown. */
  command('publish-notice', { file: EvidenceFile, number: PaperNumber.optional(), figures: Figures }),
  /** A countersignature of the round's log up to entry `entries`, which has the hash `head`. */
  command('attest', { entries: z.number().int().positive(), head: Sha256 }),
  /** No command follows it: the round's record goes to the archive. */
  command('close-round', { note: Written }),
]);
export type RoundCommand = z.infer<typeof RoundCommand>;
export type RoundCommandType = RoundCommand['type'];

/** Commands that bring a file, which a round has once. */
export const isOfFile = (type: RoundCommandType): boolean =>
  type === 'file-document' || type === 'publish-notice';
export const ROUND_COMMAND_TYPES = RoundCommand.options.map((option) => option.shape.type.value);

/** Whether a command is given to a round; no command to an item has the same name. */
export const isForRound = (type: string): type is RoundCommandType =>
  ROUND_COMMAND_TYPES.some((one) => one === type);

/** What the round answers when a command has been carried out. Kept small, since the round remembers it. */
export type RoundAnswer = {
  command: string;
  type: RoundCommandType;
  round: RoundId;
  by: PersonId;
  /** Items that the command concerns. */
  items: ItemNumber[];
  /** Sequence number of the round's log entry. */
  entry: number;
};
