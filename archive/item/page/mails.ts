import { factOf, ownerOf, type Receipt } from '../../../domain/ladder/notice';
import { isOfLife, subjectOfNotice } from '../../../domain/ladder/notice-id';
import { html, type Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import { type ItemRecord, mailPath, type MissingMail, receiptPath } from '../record';
import { type Cell, listing, unbroken, when, who, written, zh } from './parts';

/** What a notice of this item told: the rung, or what happened. */
const toldBy = (id: string, { log }: ItemRecord): string => {
  const subject = subjectOfNotice(id);
  if (!subject) return id;
  if ('rung' in subject)
    return `${zh.rung[subject.rung]}${subject.measure === undefined ? '' : ` ${subject.measure}`}`;
  const kind = factOf(log.find(({ seq }) => seq === subject.seq)?.event.type);
  return kind ? zh.fact[kind] : id;
};

const told = (ids: readonly string[], record: ItemRecord): string =>
  [...new Set(ids.map((id) => toldBy(id, record)))].join('、');

const personOf = (mailbox: string, { context: { roster } }: ItemRecord): string => {
  const id = ownerOf(mailbox);
  const person = roster.people.find((one) => one.id === id);
  return person ? who(person.id, roster) : mailbox;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const order = (a: Receipt, b: Receipt): number =>
  a.slot - b.slot || compare(a.mailbox, b.mailbox) || a.part - b.part;

/** What the server answered; its words are in the receipt, and here where it refused the mail. Or why operators have dropped it. */
const ANSWERED: Record<Receipt['outcome'], (response: string) => string> = {
  sent: () => '已收下',
  refused: (response) => `拒收：${response}`,
  dropped: (reason) => `未发出，已作废：${reason}`,
};

const answered = ({ outcome, response }: Receipt): string => ANSWERED[outcome](response);

const mailRow = (receipt: Receipt, record: ItemRecord): Cell[] => {
  const own = receipt.notices.map(({ id }) => id).filter((id) => isOfLife(id, record.state));
  return [
    when(receipt.slot),
    html`${personOf(receipt.mailbox, record)} ${unbroken(receipt.to)}`,
    html`<a href="${mailPath(receipt)}">${oneLine(receipt.subject)}</a>`,
    told(own, record),
    html`${when(receipt.at)} ${written(answered(receipt))} <a href="${receiptPath(receipt)}">回执</a>`,
  ];
};

const missingRow = ({ mailbox, id }: MissingMail, record: ItemRecord): Cell[] => [
  personOf(mailbox, record),
  told([id], record),
  id,
];

/** Every mail that the item has caused, and those that may or may not have gone out. */
export const mails = (record: ItemRecord): (Markup | undefined)[] => [
  listing(
    '邮件',
    ['发出时段', '收件人', '主题', '所告知的', '邮件服务器答复'],
    [...record.receipts].sort(order).map((receipt) => mailRow(receipt, record)),
  ),
  listing(
    '没有回执的邮件',
    ['收件人', '所告知的', '通知编号'],
    record.missing.map((missing) => missingRow(missing, record)),
  ),
];
