import { count } from '../../base/plural';
import type { Stage } from '../mail/reply';
import type { ActivityWords } from './words';

const MAIL_STAGE: Record<Stage, string> = {
  connection: 'The mail server cannot be reached or takes no connection; check SMTP_URL and the network.',
  greeting: 'The mail server does not accept this host; check SMTP_URL.',
  tls: 'No encrypted connection to the mail server; check SMTP_URL and its certificate.',
  'no-tls':
    'The mail server offers no encryption (STARTTLS), so it was given neither a password nor a mail. Use smtps:// in SMTP_URL or a server that encrypts; only where nobody can listen in, allow it with ?requireTLS=false in SMTP_URL.',
  login: 'The mail server refuses the login; check user and password in SMTP_URL.',
  sender: 'The mail server refuses the sender; check MAIL_FROM, the login and the sending quota.',
  recipient:
    'The mail server does not take mail for others from here; check relaying, the login and the quota.',
  content: 'The mail server did not take the mail and named no fault in it.',
};

const FAULT = { missing: 'is missing', changed: 'has changed' } as const;

export const ENGLISH: ActivityWords = {
  itemOfAnother: (workflow) =>
    `A workflow named ${workflow} exists that this round did not start, and it was left as it is. Find out who started it. Only if it is no item of this round, terminate and delete it; the round then continues by itself.`,
  trustMissing:
    'The opening of the round is signed, but TRUST_FILE is not set for this worker. Set it to the file that rectify trust has written, and start the worker again; the round then continues by itself.',
  trustUnreadable: (file, reason) =>
    `The keys in TRUST_FILE (${file}) cannot be read: ${reason}. The round continues by itself once they can.`,
  mailPending: (missing, { mailbox, id }) =>
    `${count(missing, 'mail')} without a receipt, such as ${id} of mailbox ${mailbox}; see that mailbox for the reason.`,
  mailHeld: (stage, reply) => `${MAIL_STAGE[stage]} It said: ${reply}. The mail is retried.`,
  mailOnHold: (name) =>
    `Mail is on hold (MAIL=hold), so ${name} has not gone out. See it with rectify mail held, then rectify mail release or drop it; or start the workers without MAIL=hold, and all mail goes out.`,
  mailDropped: (by, reason) => `Dropped by ${by} while mail was on hold: ${reason}`,
  evidenceDamaged: (files) =>
    `The evidence differs from what was submitted, so the item is not archived yet. This continues by itself once the originals are stored again: ${files
      .map(({ measure, title, by, fault }) => `measure ${measure}, “${title}” by ${by} ${FAULT[fault]}`)
      .join('; ')}.`,
  bagInvalid: (bag, faults) => `The bag ${bag} is not valid when read back: ${faults}`,
  bagOfOther: (bag, differences, more) =>
    `What lies at ${bag} is not the bag that belongs there${
      differences.length === 0
        ? ', nor any bag'
        : `: it differs in ${differences.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
    }. Nothing was overwritten. Check STORE, find out where it came from, and move it away; the right bag is then written and this continues by itself.`,
  paperConflict: (name) =>
    `${name} already has different content and was not overwritten. Check STORE and the id of the round, and move it away; this then continues by itself.`,
  roundIncomplete: (wants, more) =>
    `The record of the round is not complete, so it is not archived yet. This continues by itself once it is: ${wants.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  want: {
    paper: (name, fault) => `${name} ${FAULT[fault]}`,
    document: (title, _name, fault) => `the document “${title}” ${FAULT[fault]}`,
    bagMissing: (bag) => `the bag ${bag} is missing`,
    bagDamaged: (bag, files) => `the bag ${bag} is damaged (${files})`,
    bagDiffers: (bag) => `the bag ${bag} is not the one that was archived`,
    bagOfOtherNumber: (bag, archiveNumber) =>
      `the bag ${bag} does not have the archive number ${archiveNumber}`,
  },
};
