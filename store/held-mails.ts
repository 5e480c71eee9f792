import { z } from 'zod';
import { hashOf } from '../base/hash';
import { Sha256 } from '../base/ids';
import { Instant } from '../domain/calendar/zone';
import { type Digest, receiptName } from '../domain/ladder/notice';
import { StoreMissing } from './errors';
import type { Store } from './store';

/*
 * Mails that wait until an operator has seen them (`MAIL=hold`), and what was decided of each. Both lie beside the receipts
 * of their mailbox, under the name that the mail would have.
 */

/** Which mail it is. `digest`: of all that it says, so that a decision counts for what was shown and for nothing else. */
const which = {
  mailbox: z.string(),
  slot: Instant,
  part: z.number().int().positive(),
  digest: Sha256,
};
export const MailWaiting = z.object(which);
export type MailWaiting = z.infer<typeof MailWaiting>;

/** A mail as operators are shown it. */
export const KeptBack = z.object({
  schemaVersion: z.literal(1),
  ...which,
  to: z.string(),
  subject: z.string(),
  /** Real time at which it would have gone out. */
  since: Instant,
  notices: z.number().int().positive(),
  text: z.string(),
});
export type KeptBack = z.infer<typeof KeptBack>;

const DECISIONS = ['release', 'drop'] as const;
export const MailDecision = z.object({
  schemaVersion: z.literal(1),
  ...which,
  decision: z.enum(DECISIONS),
  /** Why it is not sent. */
  reason: z.string().optional(),
  /** The operator, as the system knows them. */
  by: z.string(),
  at: Instant,
  /** By a key of the workers: whoever has none can neither send nor silence a mail. */
  seal: z.string(),
});
export type MailDecision = z.infer<typeof MailDecision>;

/** Names a mail by all that it says. */
export const digestOf = (order: Digest): Sha256 => hashOf(order);

/** The name of the mail for people, `zhang.some-bureau/20210506T003000Z`. */
export const heldName = ({ mailbox, slot, part }: Pick<MailWaiting, 'mailbox' | 'slot' | 'part'>): string =>
  receiptName(mailbox, slot, part)
    .replace(/^mail\//, '')
    .replace(/\.json$/, '');

/** Never ends in `.json` or `.eml`, as receipts and mails do. */
const nameFor =
  (kind: 'held' | 'decided') =>
  (mail: MailWaiting): string =>
    `mail/${heldName(mail)}.${mail.digest.slice(0, 12)}.${kind}`;

export const keptBackName = nameFor('held');
export const decisionName = nameFor('decided');

const read = async <T>(store: Store, name: string, schema: z.ZodType<T>): Promise<T | undefined> => {
  try {
    return schema.safeParse(JSON.parse((await store.get(name)).toString())).data;
  } catch (error) {
    if (error instanceof StoreMissing || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Nothing where there is none, or something else has its name. */
export const readKeptBack = (store: Store, mail: MailWaiting): Promise<KeptBack | undefined> =>
  read(store, keptBackName(mail), KeptBack);

/** The same of what was decided; whether it has a good seal is for whoever has the keys to say. */
export const readDecision = (store: Store, mail: MailWaiting): Promise<MailDecision | undefined> =>
  read(store, decisionName(mail), MailDecision);
