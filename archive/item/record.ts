import type { Clock } from '../../domain/calendar/clock';
import type { Evidence } from '../../domain/evidence/manifest';
import type { LogEntry } from '../../domain/item/log';
import type { ItemContext, ItemState } from '../../domain/item/state';
import { type Receipt, receiptName } from '../../domain/ladder/notice';
import { extensionOf } from '../extensions';

/** A notice of which no receipt had come when the bag was written. */
export type MissingMail = { mailbox: string; id: string };

/** What the archive keeps of one life of an item. */
export type ItemRecord = {
  state: ItemState;
  log: readonly LogEntry[];
  context: ItemContext;
  drill?: string;
  /** Of a drill. */
  clock?: Clock;
  /** Of every mail that the item has caused. */
  receipts: readonly Receipt[];
  missing: readonly MissingMail[];
};

/** The label in `bag-info.txt` of the hash of the log's last entry. */
export const LOG_HEAD = 'Rectify-Log-Head';

/** `evidencePath` without the extension, which depends on what media types a version knows. */
export const evidenceStem = ({ measure, sha512 }: Evidence, index: number): string =>
  `evidence/measure-${measure}/${String(index + 1).padStart(3, '0')}-${sha512.slice(0, 12)}`;

/** The path in a bag of the `index`-th file of evidence: ASCII; the title is in the metadata. */
export const evidencePath = (file: Evidence, index: number): string =>
  `${evidenceStem(file, index)}.${extensionOf(file.mediaType)}`;

/** The path in a bag of a receipt; its mail is beside it. The mailboxes of a drill have an @ in their names. */
export const receiptPath = ({ mailbox, slot, part }: Pick<Receipt, 'mailbox' | 'slot' | 'part'>): string =>
  receiptName(mailbox, slot, part).replace('@', '.');

/** The path of a receipt's mail. */
export const mailPath = (receipt: Parameters<typeof receiptPath>[0]): string =>
  receiptPath(receipt).replace(/json$/, 'eml');

/** The name of a bag in the store. */
export const bagName = ({ item, cycle }: Pick<ItemState, 'item' | 'cycle'>): string =>
  `bags/${item}${cycle === 1 ? '' : `-cycle-${cycle}`}`;
