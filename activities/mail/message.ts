import MailComposer from 'nodemailer/lib/mail-composer';
import type { Addressee } from '../../domain/ladder/notice';
import { slotName } from '../../domain/ladder/notice';
import type { Instant } from '../../domain/calendar/zone';

/** Who the system writes as. */
export type Sender = { name: string; address: string };

/** A mail in words, as `composeDigest` gives it. */
export type Composed = { subject: string; text: string; html: string; calendar?: string };

/**
 * Names a mail for ever by (mailbox, slot, part), so that every copy of it has the same Message-ID and mail
 * programs show one.
 */
export const messageId = (mailbox: string, slot: Instant, part: number, sender: Sender): string => {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return `<${slotName(slot)}.${part}.${mailbox.replace('@', '.')}@${domain}>`;
};

/** The whole message, ready for the wire (RFC 5322). */
export const buildMessage = (mail: {
  sender: Sender;
  to: Addressee;
  id: string;
  content: Composed;
  date: Date;
}): Promise<Buffer> => {
  const { sender, to, id, content, date } = mail;
  return new MailComposer({
    from: sender,
    to: { name: to.name, address: to.address },
    messageId: id,
    date,
    subject: content.subject,
    text: content.text,
    html: content.html,
    ...(content.calendar !== undefined && {
      icalEvent: { method: 'PUBLISH', filename: 'deadline.ics', content: content.calendar },
    }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
};
