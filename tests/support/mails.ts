import type { Digest } from '../../domain/ladder/notice';
import { mailboxName, slotName } from '../../domain/ladder/notice';
import type { Clock } from '../../domain/calendar/clock';
import { civilOf, instant } from '../../domain/calendar/zone';
import type { PersonId } from '../../base/ids';
import { BODY } from './plans';
import type { CaughtMail } from './smtp';

/** The name of a mail: its recipient, and the slot at which it went out. */
export type Named = { to: string; slot: string };

const MESSAGE_ID = /^<(\d{8}T\d{6}Z)\.(\d+)\.([^@]+)@/;

/** The slot, part and mailbox that a Message-ID tells. */
export const nameOfMail = ({ messageId }: CaughtMail): { slot: string; part: number; mailbox: string } => {
  const [, slot = '', part = '', mailbox = ''] = MESSAGE_ID.exec(messageId ?? '') ?? [];
  if (slot === '') throw new Error(`not one of our Message-IDs: ${messageId}`);
  return { slot, part: Number(part), mailbox };
};

/** `20210506T003000Z` → the civil date in the round's zone. */
export const dayOfSlot = (slot: string): string => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(slot) ?? [];
  return civilOf(instant(Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)));
};

const inOrder = (mails: Named[]): Named[] => mails.sort((a, b) => (a.slot + a.to < b.slot + b.to ? -1 : 1));

/** The caught mails of one drill, in the order of their slots. */
export const caughtIn = (mails: readonly CaughtMail[], drill: string): CaughtMail[] =>
  mails
    .filter((mail) => nameOfMail(mail).mailbox.endsWith(`.${drill}`))
    .sort((a, b) => {
      const [one, other] = [a, b].map((mail) => nameOfMail(mail).slot + mail.recipient);
      return (one ?? '') < (other ?? '') ? -1 : 1;
    });

export const namesOfCaught = (mails: readonly CaughtMail[]): Named[] =>
  inOrder(mails.map((mail) => ({ to: mail.recipient, slot: nameOfMail(mail).slot })));

export const namesOfForetold = (mails: readonly Digest[]): Named[] =>
  inOrder(mails.map((mail) => ({ to: mail.to.address, slot: slotName(mail.slot) })));

/** The mailbox of a person in a drill, as the workflow and the store know it. */
export const boxOf = (person: string, clock: Clock): string =>
  mailboxName({ person: person as PersonId, body: BODY }, clock);
