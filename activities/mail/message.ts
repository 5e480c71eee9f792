import MailComposer from 'nodemailer/lib/mail-composer';
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

/** The message as it goes over the wire (RFC 5322). */
export const encodeMessage = (mail: {
  sender: Sender;
  to: Addressee;
  id: string;
  message: Message;
  date: Date;
}): Promise<Buffer> => {
  const { sender, to, id, message, date } = mail;
  return new MailComposer({
    from: sender,
    to: { name: to.name, address: to.address },
    messageId: id,
    date,
    subject: message.subject,
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
  })
    .compile()
    .build();
};
