import { type Receipt as ReceiptType, Receipt, receiptName, slotName } from '../domain/ladder/notice';
import type { Instant } from '../domain/calendar/zone';
import { StoreConflict } from './errors';
import type { Draft, Store } from './store';

/** The receipts of a mailbox for mails from a slot on, oldest first. */
export const receiptsFrom = async (store: Store, mailbox: string, slot: Instant): Promise<ReceiptType[]> => {
  const names = await store.list(`mail/${mailbox}`, { from: `mail/${mailbox}/${slotName(slot)}` });
  const receipts = names.filter((name) => name.endsWith('.json'));
  return Promise.all(
    receipts.map(async (name) => Receipt.parse(JSON.parse((await store.get(name)).toString()))),
  );
};

/** The name of the mail itself, beside its receipt. */
export const mailName = (receipt: Pick<ReceiptType, 'mailbox' | 'slot' | 'part'>): string =>
  receiptName(receipt.mailbox, receipt.slot, receipt.part).replace(/json$/, 'eml');

/**
 * Keeps a mail and its receipt. The receipt comes last: where it is, the mail is settled. An attempt that was
 * killed in between has left a copy of the same mail with an older date, which may stay.
 * @param mail the draft of a file under `mailName`
 */
export const keepReceipt = async (store: Store, receipt: ReceiptType, mail: Draft): Promise<void> => {
  try {
    await mail.publish();
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
  }
  const text = `${JSON.stringify(receipt, null, 2)}\n`;
  await store.put(receiptName(receipt.mailbox, receipt.slot, receipt.part), Buffer.from(text));
};
