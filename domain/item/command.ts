import { z } from 'zod';
import { CivilDate } from '../calendar/civil';
import { Sha256, ItemId, PersonId, Sha512 } from '../ids';
import type { Status } from './status';

const opinion = z.string().trim().min(1).max(10_000);

/** A file in the store, as a command names it. The file itself never passes through Temporal. */
export const EvidenceFile = z.strictObject({
  sha512: Sha512,
  /** In bytes. */
  size: z.number().int().nonnegative(),
  mediaType: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  title: z.string().trim().min(1).max(200),
  effectiveDate: CivilDate,
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

const envelope = {
  /** UUID; also the Update id, so that a repeated command acts once. */
  id: z.uuid(),
  item: ItemId,
  /** The life of the item: 1, and one more for each reopening. */
  cycle: z.number().int().positive(),
  by: PersonId,
  /** The person for whom a deputy acts (代). */
  onBehalfOf: PersonId.optional(),
  /** When the person gave it, ISO 8601 with zone, by the person's own clock. */
  at: z.iso.datetime({ offset: true }),
};

const command = <Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) =>
  z.strictObject({ ...envelope, type: z.literal(type), ...fields });

/** Everything a person can tell an item. */
export const Command = z.discriminatedUnion('type', [
  command('acknowledge', {}),
  command('report-progress', { text: opinion }),
  command('add-evidence', { measure: z.number().int().positive(), file: EvidenceFile }),
  command('complete-measure', { measure: z.number().int().positive(), result: opinion }),
  command('request-closure', { summary: opinion }),
  command('approve', { evidence: Sha256, opinion: opinion.optional() }),
  command('return', { opinion, missing: z.string().trim().max(10_000), newDeadline: CivilDate }),
  command('accept', { evidence: Sha256, opinion: opinion.optional() }),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
export const COMMAND_TYPES = Command.options.map((option) => option.shape.type.value);

/** What the item answers when a command has been carried out. Small: it is kept with the item. */
export type Answer = {
  command: string;
  type: CommandType;
  item: ItemId;
  cycle: number;
  by: PersonId;
  status: Status;
  deadline?: CivilDate;
  /** Sequence numbers of the log entries it caused. */
  entries: number[];
};
