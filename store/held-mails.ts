import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { hashOf } from '../base/hash';
import { Sha256 } from '../base/ids';
import { Instant } from '../domain/calendar/zone';
import type { Sealed, Seals } from '../domain/identity/seal';
import { type Digest, receiptName } from '../domain/ladder/notice';
import { ifThere } from './if-there';
import { asideName } from './receipts';
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
  /** By a worker: else whoever can write to the store could have operators decide on another text. */
  seal: z.string(),
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

/** `value`: where it counts. `isForged`: something lies there that no worker's key has sealed for this mail. */
export type FoundFile<T> = { value?: T; isForged: boolean };

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
};

type Kind<T> = { name: (mail: MailWaiting) => string; schema: z.ZodType<T>; sealed: Sealed };

const finding =
  <T extends MailWaiting & { seal: string }>({ name, schema, sealed }: Kind<T>) =>
  async (store: Store, seals: Seals | undefined, mail: MailWaiting): Promise<FoundFile<T>> => {
    const bytes = await ifThere(store.get(name(mail)));
    if (!bytes) return { isForged: false };
    const { data } = schema.safeParse(parsed(bytes));
    if (data?.digest !== mail.digest || heldName(data) !== heldName(mail)) return { isForged: true };
    const { seal, ...content } = data;
    return !seals || seals.isGood(seal, sealed, content)
      ? { value: data, isForged: false }
      : { isForged: true };
  };

/** What operators are shown of a mail. Without keys the seal is not checked. */
export const findKeptBack = finding({ name: keptBackName, schema: KeptBack, sealed: 'kept-back' });

/** What operators have decided of a mail. Without keys the seal is not checked. */
export const findDecision = finding({ name: decisionName, schema: MailDecision, sealed: 'mail-decision' });

/** Takes out of the way what nobody who may has put there. */
export const putAside = (store: Store, { mailbox }: MailWaiting, name: string): Promise<void> =>
  store.move(name, asideName(mailbox, name, randomUUID()));
