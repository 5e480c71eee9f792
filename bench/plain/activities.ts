import MailComposer from 'nodemailer/lib/mail-composer';
import { Context } from '@temporalio/activity';
import type { MailTransport } from '../../activities/mail/transport';
import type { Store } from '../../store/store';
import type { PlainActivities, PlainMails } from './messages';

const FROM = 'office@example.org';

/**
 * By the transport and the store that our system uses. A mail and its receipt are one file, and an attempt looks for it only
 * where an earlier one may have left it: each file costs syncs of itself and of its folders.
 */
export const plainActivities = (store: Store, transport: MailTransport): PlainActivities => {
  const send = async (to: string, { item, id, subject, text }: PlainMails): Promise<void> => {
    const name = `${item}.${id}-${to}`;
    const file = `plain-mail/${name}.json`;
    const { info, cancellationSignal } = Context.current();
    if (info.attempt > 1 && (await store.has(file))) return;
    const messageId = `<${name}>`;
    const mail = await new MailComposer({ from: FROM, to, messageId, subject, text }).compile().build();
    const { outcome, response } = await transport.deliver({ from: FROM, to }, mail, cancellationSignal);
    const receipt = { messageId, to, subject, at: Date.now(), outcome, response, mail: mail.toString() };
    await store.put(file, Buffer.from(JSON.stringify(receipt)));
  };

  return {
    /** One after the other, so that a slot is a connection; one that fails holds up no other. */
    async sendMails(mails) {
      const failures: unknown[] = [];
      for (const to of mails.to) await send(to, mails).catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },

    async archive(item, view) {
      await store.put(`plain-archive/${item}.json`, Buffer.from(JSON.stringify(view)));
    },
  };
};
