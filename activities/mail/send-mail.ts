import { Context } from '@temporalio/activity';
import { instant } from '../../domain/calendar/zone';
import { fromPayload } from '../../base/deflated';
import type { Seals } from '../../domain/identity/seal';
import { type DigestLine, lineId, type Receipt } from '../../domain/ladder/notice';
import { composeMessage } from '../../mail';
import { keepReceipt, mailName, receiptsFrom } from '../../store/receipts';
import type { Store } from '../../store/store';
import type { MailActivities, MailOrder, MailOutcome } from '../../workflows/contract';
import { refusedMails } from '../../workflows/refused-mails';
import { whileAlive } from '../heartbeat';
import { sealFor } from '../seals';
import { encodeMessage, messageId, type Sender } from './message';
import { countFailure, held } from './held';
import type { MailTransport } from './transport';

export type MailDependencies = { store: Store; transport: MailTransport; seals: Seals; sender: Sender };

const slotOf = (line: DigestLine) => ('fact' in line ? line.fact.slot : line.reminder.slot);

/** The lines of an order that no receipt names yet, and the next free part of its slot. */
const unsent = async (store: Store, order: MailOrder): Promise<{ order: MailOrder; part: number }> => {
  const earliest = order.lines.map(slotOf).reduce((a, b) => (a < b ? a : b), order.slot);
  const receipts = await receiptsFrom(store, order.mailbox, earliest);
  const said = new Set(receipts.flatMap((receipt) => receipt.notices.map((notice) => notice.id)));
  const part = 1 + receipts.filter((receipt) => receipt.slot === order.slot).length;
  const lines = order.lines.filter((line) => !said.has(lineId(line)));
  return { order: { ...order, lines, ids: order.ids.filter(({ id }) => !said.has(id)) }, part };
};

/** A mail that was refused for good, with the seals of what its mailbox is to report of it. */
const refused = (mail: MailOrder, reason: string, seals: Seals): MailOutcome => ({
  outcome: 'refused',
  reason,
  seals: Object.fromEntries(
    [...refusedMails(mail, mail.to, reason)].map(([item, report]) => [
      item,
      sealFor(seals, 'refused-mail', item, report),
    ]),
  ),
});

/** The activities that write mail. */
export const createMailActivities = ({
  store,
  transport,
  seals,
  sender,
}: MailDependencies): MailActivities => ({
  async sendDigest(payload) {
    const whole = fromPayload(payload);
    const { order, part } = await unsent(store, whole);
    if (order.lines.length === 0) return { outcome: 'nothing' };

    const { mailbox, to, slot, ids } = order;
    const message = composeMessage(order, { name: sender.name || sender.address, email: sender.address });
    const id = messageId(mailbox, slot, part, sender);
    const encoded = encodeMessage({ sender, to, id, message, date: new Date() });
    // A mail that the store cannot keep would go out at every attempt.
    const draft = await store.draft(mailName({ mailbox, slot, part }), encoded);
    try {
      const envelope = { from: sender.address, to: to.address };
      const { cancellationSignal } = Context.current();
      const delivery = await whileAlive(transport.deliver(envelope, encoded, cancellationSignal)).catch(
        (error: unknown) => held(error, seals),
      );
      const { outcome, response } = delivery;
      if (delivery.outcome === 'refused') countFailure(delivery);

      const receipt: Receipt = {
        schemaVersion: 1,
        mailbox,
        slot,
        part,
        messageId: id,
        to: to.address,
        subject: message.subject,
        at: instant(Date.now()),
        response,
        outcome,
        notices: ids,
      };
      await keepReceipt(store, receipt, draft);
      return outcome === 'sent' ? { outcome } : refused(whole, response, seals);
    } finally {
      await draft.discard();
    }
  },
});
