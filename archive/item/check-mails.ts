import type { RecordContent } from './read-record';
import { isReceipt, MAIL_FOLDER } from './read-record';
import { mailPath, receiptPath } from './record';
import type { RecordFault } from './record-fault';

type Check = (record: RecordContent) => RecordFault[];

const paired: Check = ({ payload }) =>
  [...payload.keys()]
    .filter((path) => path.startsWith(MAIL_FOLDER))
    .flatMap((path): RecordFault[] => {
      const mail = path.replace(/\.json$/, '.eml');
      const receipt = path.replace(/\.eml$/, '.json');
      if (isReceipt(path) && !payload.has(mail)) return [{ type: 'mail-missing', file: mail, receipt: path }];
      return payload.has(receipt) ? [] : [{ type: 'receipt-missing', file: receipt, mail: path }];
    });

/** A receipt is where it says, and its mail is the one that the receipt names: by its Message-ID, and since version 2 by its hash. */
const matching: Check = ({ receipts, mails, mailHashes }) => {
  const ids = new Map(mails);
  return receipts.flatMap(([file, receipt]): RecordFault[] => {
    const place = `data/${receiptPath(receipt)}`;
    if (file !== place) return [{ type: 'receipt-misplaced', file, expected: place }];
    const mail = `data/${mailPath(receipt)}`;
    if (!ids.has(mail)) return [];
    const [expected, found] = [receipt.messageId, ids.get(mail) ?? ''];
    if (expected !== found) return [{ type: 'mail-differs', file: mail, expected, found }];
    const hash = mailHashes.get(mail);
    return receipt.schemaVersion === 1 || hash === undefined || hash === receipt.eml
      ? []
      : [{ type: 'mail-altered', file: mail, expected: receipt.eml, found: hash }];
  });
};

const ofItem: Check = ({ item, receipts }) =>
  item
    ? receipts
        .filter(([, { notices }]) => !notices.some((notice) => 'item' in notice && notice.item === item.item))
        .map(([file]) => ({ type: 'receipt-of-others', file }))
    : [];

/** A notice of an event names the entry of the log, which a truncated log does not have. */
const logged: Check = ({ item, log, receipts }) => {
  if (!item || !log) return [];
  const life = `${item.item}/c${item.cycle}#`;
  const known = new Set(log.map(({ seq }) => `${life}${seq}`));
  const unlogged = (id: string): boolean => id.startsWith(life) && !known.has(id);
  return receipts.flatMap(([file, { notices }]) =>
    notices
      .filter(({ id }) => unlogged(id))
      .map(({ id }): RecordFault => ({ type: 'receipt-beyond-log', file, notice: id, entries: log.length })),
  );
};

/** Everything in which mails, receipts and log contradict each other. */
export const mailsAgree: Check = (record) =>
  [paired, matching, ofItem, logged].flatMap((check) => check(record));
