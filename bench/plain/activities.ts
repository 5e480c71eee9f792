import MailComposer from 'nodemailer/lib/mail-composer';
import { Context } from '@temporalio/activity';
import type { MailTransport } from '../../activities/mail/transport';
import type { Store } from '../../store/store';
import type { PlainActivities } from './messages';

const FROM = 'office@example.org';

/** By the transport and the store that our system uses: a mail and its receipt are kept, and a mail goes out once. */
export const plainActivities = (store: Store, transport: MailTransport): PlainActivities => ({
  async sendMail({ item, id, to, subject, text }) {
    const name = `plain-mail/${item}/${id}`;
    if (await store.has(`${name}.json`)) return;
    const messageId = `<${item}.${id}@example.org>`;
    const mail = await new MailComposer({ from: FROM, to, messageId, subject, text }).compile().build();
    const signal = Context.current().cancellationSignal;
    const { outcome, response } = await transport.deliver({ from: FROM, to }, mail, signal);
    await store.put(`${name}.eml`, mail);
    const receipt = { messageId, to, subject, at: Date.now(), outcome, response };
    await store.put(`${name}.json`, Buffer.from(JSON.stringify(receipt)));
  },

  async archive(item, view) {
    await store.put(`plain-archive/${item}.json`, Buffer.from(JSON.stringify(view)));
  },
});
