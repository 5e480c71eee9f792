import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ItemId, PersonId } from '../base/ids';
import { type Clock, REAL_TIME } from '../domain/calendar/clock';
import { instant } from '../domain/calendar/zone';
import type { MailboxMemory } from '../domain/ladder/mailbox';
import { type MailboxPost, receiptName, type UnsealedReceipt } from '../domain/ladder/notice';
import { aBrief } from './digest';

/** What somebody makes up who reaches the server or the store, and has none of the workers' keys. */

/** What a forged notice says, and nobody may read. */
export const LIE = '请将款项汇往新的账户';

/** A notice to the handler, at an address of the forger. */
export const forgedPost = (clock: Clock = REAL_TIME): MailboxPost => ({
  schemaVersion: 1,
  clock,
  to: {
    person: PersonId.parse('handler-1'),
    name: '乙',
    address: 'elsewhere@example.org',
    language: 'zh-CN',
  },
  brief: aBrief(),
  facts: [
    {
      id: '2021-03/3.2/c1#7',
      kind: 'commented',
      slot: instant(Date.parse('2021-05-06T01:00:00Z')),
      cc: false,
      by: '甲',
      text: LIE,
    },
  ],
  reminders: { version: 9, list: [] },
});

/** What a mailbox remembers that has taken the forged notice, and has not sent it yet. */
export const forgedMemory = (): MailboxMemory => {
  const { to, brief, facts } = forgedPost();
  return { to, items: {}, facts: facts.map((fact) => ({ brief, fact })), said: {} };
};

/** After everything that the first item of a round has to say. */
export const FORGED_SLOT = instant(Date.parse('2021-08-18T00:30:00Z'));

/** A receipt for all that the first item of a round may ever say to its handler. */
const forgedReceipt = (round: string, mailbox: string): UnsealedReceipt => ({
  schemaVersion: 1,
  mailbox,
  slot: FORGED_SLOT,
  part: 1,
  messageId: '<1@example.org>',
  to: 'handler-1@example.org',
  subject: '【交办】',
  at: instant(0),
  response: '250 OK',
  outcome: 'sent',
  notices: Array.from({ length: 40 }, (_, seq) => ({
    id: `${round}/1.1/c1#${seq + 1}`,
    item: ItemId.parse(`${round}/1.1`),
  })),
});

/** Puts a receipt of mails that were never sent to the handler into a store on files, and rubbish among those of the leader. */
export const forgeReceipts = async (root: string, round: string): Promise<void> => {
  const [handler, leader] = [`handler-1.some-body@${round}`, `leader.some-body@${round}`];
  const forged = [
    [handler, JSON.stringify(forgedReceipt(round, handler))],
    [leader, '{'],
  ] as const;
  for (const [mailbox, content] of forged) {
    const file = join(root, receiptName(mailbox, FORGED_SLOT, 1));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
};
