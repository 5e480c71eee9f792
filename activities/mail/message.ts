import { createHash } from 'node:crypto';
import { encode, wrap } from 'nodemailer/lib/base64';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import { type Addressee, slotName } from '../../domain/ladder/notice';
import type { Message } from '../../mail';
import type { Instant } from '../../domain/calendar/zone';

/** Who the system writes as. */
export type Sender = { name: string; address: string };

/**
 * Names a mail by (mailbox, slot, part), so that every copy of it has the same Message-ID and mail
 * programs show one.
 */
export const messageId = (mailbox: string, slot: Instant, part: number, sender: Sender): string => {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return `<${slotName(slot)}.${part}.${mailbox.replace('@', '.')}@${domain}>`;
};

/** What is to be sent, from whom to whom, and when it was written. */
export type Mail = { sender: Sender; to: Addressee; id: string; message: Message; date: Date };

/** The same for every copy of a mail, so that it is written in the same octets. */
const boundaryOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** The message as a tree of MIME parts (RFC 2045-2049). */
export const mimeOf = ({ sender, to, id, message, date }: Mail): MimeNode =>
  new MailComposer({
    from: sender,
    to: { name: to.name, address: to.address },
    messageId: id,
    baseBoundary: boundaryOf(id),
    date,
    subject: message.subject,
    // For Chinese as short as quoted-printable, and far less work.
    textEncoding: 'base64',
    text: message.text,
    html: message.html,
    ...(message.calendar !== undefined && {
      icalEvent: { method: 'PUBLISH', filename: 'deadline.ics', content: message.calendar },
    }),
    ...(message.cancelled !== undefined && {
      attachments: [
        {
          filename: 'cancelled.ics',
          contentType: 'text/calendar; charset=utf-8; method=CANCEL',
          content: message.cancelled,
        },
      ],
    }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();

const bodyOf = (node: MimeNode): string => {
  const { content } = node;
  if (typeof content !== 'string') throw new TypeError('a part of a mail is not a text');
  return node.getTransferEncoding() === 'base64' ? wrap(encode(content)) : content;
};

const partsOf = ({ childNodes, boundary }: MimeNode): string => {
  const between = `--${String(boundary)}`;
  return `${between}\r\n${childNodes.map(written).join(`\r\n${between}\r\n`)}\r\n${between}--\r\n`;
};

const written = (node: MimeNode): string =>
  `${node.buildHeaders()}\r\n\r\n${node.childNodes.length > 0 ? partsOf(node) : bodyOf(node)}`;

/**
 * The message as it goes over the wire (RFC 5322). Written in one go: what nodemailer builds goes through a chain of
 * streams for every part, which for texts that are all there costs more than composing them.
 */
export const encodeMessage = (mail: Mail): Buffer => Buffer.from(written(mimeOf(mail)));
