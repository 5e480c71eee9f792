import { Receipt, receiptName, slotName } from '../domain/ladder/notice';
import type { Instant } from '../domain/calendar/zone';
import { StoreMissing } from './errors';
import type { Store } from './store';

/** A file that lies where receipts do: what it says, if it is a receipt, and of the mail that its name tells. */
export type ReceiptFile = { name: string; bytes: Buffer; receipt: Receipt | 'unreadable' | 'misplaced' };

const folderOf = (mailbox: string): string => `mail/${mailbox}`;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a file is as a receipt; anything may lie there. */
const receiptIn = (name: string, bytes: Buffer): ReceiptFile['receipt'] => {
  const { success, data } = Receipt.safeParse(parsed(bytes.toString()));
  if (!success) return 'unreadable';
  return name === receiptName(data.mailbox, data.slot, data.part) ? data : 'misplaced';
};

/** Nothing where somebody has taken the file away since it was listed. */
const receiptFile = async (store: Store, name: string): Promise<ReceiptFile[]> => {
  try {
    const bytes = await store.get(name);
    return [{ name, bytes, receipt: receiptIn(name, bytes) }];
  } catch (error) {
    if (error instanceof StoreMissing) return [];
    throw error;
  }
};

/** Everything that lies under the name of a receipt in a mailbox, from a slot on, and the names of all that lies there. */
export const receiptFiles = async (
  store: Store,
  mailbox: string,
  slot: Instant,
): Promise<{ files: ReceiptFile[]; names: string[] }> => {
  const folder = folderOf(mailbox);
  const names = await store.list(folder, { from: `${folder}/${slotName(slot)}` });
  const receipts = names.filter((name) => name.endsWith('.json'));
  return { files: (await Promise.all(receipts.map((name) => receiptFile(store, name)))).flat(), names };
};

/**
 * The receipts of a mailbox for mails from a slot on, oldest first, as whoever has no keys can read them: not whether a
 * worker has sealed them.
 */
export const receiptsFrom = async (store: Store, mailbox: string, slot: Instant): Promise<Receipt[]> =>
  (await receiptFiles(store, mailbox, slot)).files.flatMap(({ receipt }) =>
    typeof receipt === 'string' ? [] : [receipt],
  );

type Place = Pick<Receipt, 'mailbox' | 'slot' | 'part'>;

/** The name of the mail itself, beside its receipt. */
export const mailName = ({ mailbox, slot, part }: Place): string =>
  receiptName(mailbox, slot, part).replace(/json$/, 'eml');

/** A name that is free for something found in a mailbox where it does not belong. It never ends in `.json` or `.eml`. */
export const asideName = (mailbox: string, name: string, mark: string): string => {
  const folder = folderOf(mailbox);
  return `${folder}/aside/${name.slice(folder.length + 1).replaceAll('/', '_')}.${mark}`;
};

const PART = /^(?:aside\/)?(?<slot>\d{8}T\d{6}Z)(?:~(?<part>\d+))?\.json(?:$|\.)/;

/**
 * The first part of a slot that no receipt has had, those put aside included. Whatever number somebody has given a file
 * of theirs, ours are counted from 1.
 */
export const freePart = (names: readonly string[], mailbox: string, slot: Instant): number => {
  const ours = slotName(slot);
  const taken = new Set(
    names.flatMap((name) => {
      const found = PART.exec(name.slice(folderOf(mailbox).length + 1))?.groups;
      return found?.slot === ours ? [Number(found.part ?? 1)] : [];
    }),
  );
  let part = 1;
  while (taken.has(part)) part += 1;
  return part;
};
