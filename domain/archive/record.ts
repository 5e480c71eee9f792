import type { Evidence } from '../evidence/manifest';
import type { LogEntry } from '../item/log';
import type { ItemContext, ItemState } from '../item/state';
import { type Receipt, receiptName } from '../ladder/notice';

/** A notice of which no receipt had come when the bag was written. */
export type MissingMail = { mailbox: string; id: string };

/** What the archive keeps of one life of an item. */
export type ItemRecord = {
  state: ItemState;
  log: readonly LogEntry[];
  context: ItemContext;
  drill?: string;
  /** Of every mail that the item has caused. */
  receipts: readonly Receipt[];
  missing: readonly MissingMail[];
};

/** Of the formats that offices hand in, but for what runs when it is opened. Changed after a release it makes another form of record (`RECORD_FORM`). */
const EXTENSIONS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/ofd': 'ofd',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/rtf': 'rtf',
  'application/wps-office.wps': 'wps',
  'application/wps-office.et': 'et',
  'application/wps-office.dps': 'dps',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/json': 'json',
  'application/xml': 'xml',
  'application/yaml': 'yaml',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/x-m4a': 'm4a',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/x-msvideo': 'avi',
  'application/zip': 'zip',
  'application/x-7z-compressed': '7z',
  'application/x-rar-compressed': 'rar',
  'message/rfc822': 'eml',
  'application/vnd.ms-outlook': 'msg',
};

/** The label in `bag-info.txt` of the hash of the log's last entry. */
export const LOG_HEAD = 'Rectify-Log-Head';

/** `evidencePath` without the extension, which depends on what media types a version knows. */
export const evidenceStem = ({ measure, sha512 }: Evidence, index: number): string =>
  `evidence/measure-${measure}/${String(index + 1).padStart(3, '0')}-${sha512.slice(0, 12)}`;

/** The extension of a file of this media type, without its dot. */
export const extensionOf = (mediaType: string): string => EXTENSIONS[mediaType] ?? 'bin';

/** The path in a bag of the `index`-th file of evidence: ASCII, for the title lies in the metadata. */
export const evidencePath = (file: Evidence, index: number): string =>
  `${evidenceStem(file, index)}.${extensionOf(file.mediaType)}`;

/** Where a bag keeps a receipt; the mail lies beside it. The mailboxes of a drill have an @ in their names. */
export const receiptPath = ({ mailbox, slot, part }: Pick<Receipt, 'mailbox' | 'slot' | 'part'>): string =>
  receiptName(mailbox, slot, part).replace('@', '.');

/** Where the mail of a receipt lies. */
export const mailPath = (receipt: Parameters<typeof receiptPath>[0]): string =>
  receiptPath(receipt).replace(/json$/, 'eml');

/** Where a bag lies in the store. */
export const bagName = ({ item, cycle }: Pick<ItemState, 'item' | 'cycle'>): string =>
  `bags/${item}${cycle === 1 ? '' : `-cycle-${cycle}`}`;
