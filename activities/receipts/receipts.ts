import { createHash, randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import type { Instant } from '../../domain/calendar/zone';
import { type Receipt, receiptName, type SealedReceipt } from '../../domain/ladder/notice';
import { Sha256 } from '../../base/ids';
import { StoreConflict, StoreMissing } from '../../store/errors';
import { ifThere } from '../../store/if-there';
import { asideName, freePart, mailName, type ReceiptFile, receiptFiles } from '../../store/receipts';
import type { Store } from '../../store/store';
import { counter } from '../../workflows/metrics';
import type { SealTerms } from '../seals';

/** Why something that lies among the receipts does not count. */
type NoReceipt = 'unreadable' | 'misplaced' | 'unsealed' | 'forged' | 'mail-changed' | 'in-the-way';

/** A receipt that counts, with the file it was read from. */
type GenuineReceipt = { receipt: Receipt; bytes: Buffer };

/** A receipt with its mail, both as they lie in the store. */
export type KeptMail = GenuineReceipt & { mail: Buffer };

/** A receipt before it is sealed. */
type Settled = Omit<SealedReceipt, 'schemaVersion' | 'eml' | 'seal'>;

type Place = Pick<Receipt, 'mailbox' | 'slot' | 'part'>;

const sha256Of = (bytes: Uint8Array): Sha256 =>
  Sha256.parse(createHash('sha256').update(bytes).digest('hex'));

/** When a mail says that it was written; nothing where it says no time. */
const dateIn = (mail: Buffer): Date | undefined => {
  const [, said = ''] = /^Date: (.+?)\r?$/m.exec(mail.toString()) ?? [];
  const date = new Date(said);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/**
 * The receipts of mails as workers read and write them. Only what a worker has sealed counts: whatever else lies under the
 * name of a receipt is put aside, since it would silence a mail.
 */
export class Receipts {
  constructor(
    private readonly store: Store,
    private readonly terms: SealTerms,
  ) {}

  /** The receipts of a mailbox for mails from a slot on, oldest first. */
  async from(mailbox: string, slot: Instant): Promise<GenuineReceipt[]> {
    return (await this.read(mailbox, slot)).receipts;
  }

  /** The same, with the names of all that lies there, and the next free part of any slot from there on. */
  async read(
    mailbox: string,
    slot: Instant,
  ): Promise<{ receipts: GenuineReceipt[]; names: string[]; freePart: (slot: Instant) => number }> {
    const { files, names } = await receiptFiles(this.store, mailbox, slot);
    const judged = files.map(async ({ name, bytes, receipt }): Promise<GenuineReceipt[]> => {
      const found = this.judge(receipt);
      if (typeof found !== 'string') return [{ receipt: found, bytes }];
      await this.putAside(mailbox, name, found, sha256Of(bytes).slice(0, 12));
      return [];
    });
    const receipts = (await Promise.all(judged)).flat();
    return { receipts, names, freePart: (one) => freePart(names, mailbox, one) };
  }

  /** A receipt with its mail; nothing, and the receipt is put aside, where the mail is no longer the one that was sent. */
  async withMail({ receipt, bytes }: GenuineReceipt): Promise<KeptMail | undefined> {
    const mail = await this.mailOf(receipt);
    if (mail && (receipt.schemaVersion === 1 || sha256Of(mail) === receipt.eml))
      return { receipt, bytes, mail };
    const { mailbox, slot, part } = receipt;
    const name = receiptName(mailbox, slot, part);
    await this.putAside(mailbox, name, 'mail-changed', sha256Of(bytes).slice(0, 12));
    return undefined;
  }

  /**
   * Reserves the names of a mail and of its receipt before the mail goes out, by keeping the mail where it will lie: one that
   * could not be kept would go out at every attempt. What an earlier attempt was about to send when it was cut off is sent as it
   * was, so that all copies are the same; whatever else lies there is taken away.
   * @param written the mail as it is written at a time
   * @throws StoreConflict where that cannot be done
   */
  async reserve(place: Place, written: (date: Date) => Buffer): Promise<Buffer> {
    const { mailbox, slot, part } = place;
    const [receipt, name] = [receiptName(mailbox, slot, part), mailName(place)];
    if (await this.store.has(receipt)) {
      await this.putAside(mailbox, receipt, 'in-the-way', randomUUID());
      if (await this.store.has(receipt)) throw new StoreConflict(receipt);
    }
    const earlier = await this.mailOf(place);
    const date = earlier && dateIn(earlier);
    if (earlier && date && written(date).equals(earlier)) return earlier;
    // A mail without a receipt silences nobody: it is of a worker with other settings, or of anybody.
    if (await this.store.has(name)) await this.moveAside(name, asideName(mailbox, name, randomUUID()));
    const mail = written(new Date());
    await this.store.put(name, mail);
    return mail;
  }

  /**
   * Keeps the receipt of a mail whose names are reserved, and seals it: where it is, the mail is settled.
   * @param mail what was sent
   */
  async keep(settled: Settled, mail: Uint8Array): Promise<void> {
    const content = { ...settled, schemaVersion: 2 as const, eml: sha256Of(mail) };
    const receipt: SealedReceipt = { ...content, seal: this.terms.seals.make('receipt', content) };
    const text = Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`);
    await this.store.put(receiptName(receipt.mailbox, receipt.slot, receipt.part), text);
  }

  private mailOf(receipt: Place): Promise<Buffer | undefined> {
    return ifThere(this.store.get(mailName(receipt)));
  }

  /** A drill's slots are in its own time, so both the slot and the time of sending must be old. */
  private judge(found: ReceiptFile['receipt']): Receipt | NoReceipt {
    if (typeof found === 'string') return found;
    const { seals, unsealedUntil = 0 } = this.terms;
    if (found.schemaVersion === 1) return Math.max(found.slot, found.at) < unsealedUntil ? found : 'unsealed';
    const { seal, ...content } = found;
    return seals.isGood(seal, 'receipt', content) ? found : 'forged';
  }

  /** Moves something out of the way. False where it is gone; what cannot be moved stays. */
  private async moveAside(name: string, aside: string): Promise<boolean> {
    try {
      await this.store.move(name, aside);
    } catch (error) {
      if (error instanceof StoreMissing) return false;
      if (!(error instanceof StoreConflict)) throw error;
    }
    return true;
  }

  /**
   * Tells operators, without anything that was written in it. What cannot be moved stays, and does not count either; what
   * is gone has been put aside by another activity.
   */
  private async putAside(mailbox: string, name: string, why: NoReceipt, mark: string): Promise<void> {
    const aside = asideName(mailbox, name, mark);
    if (!(await this.moveAside(name, aside))) return;
    const { log, metricMeter } = Context.current();
    counter(metricMeter, 'receiptsPutAside').add(1, { why });
    log.warn('put aside what lay among the receipts of mails', { name, aside, why });
  }
}
