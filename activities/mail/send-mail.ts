import { Context } from '@temporalio/activity';
import { CivilDate } from '../../domain/calendar/civil';
import { type Instant, instant, instantOf } from '../../domain/calendar/zone';
import { fromPayload } from '../../base/deflated';
import type { Seals } from '../../domain/identity/seal';
import { type DigestLine, lineId } from '../../domain/ladder/notice';
import { stepOfNotice } from '../../domain/ladder/notice-id';
import { composeMessage } from '../../mail';
import { mailName } from '../../store/receipts';
import type { Store } from '../../store/store';
import type { MailActivities, MailOrder, MailOutcome } from '../../workflows/contract';
import { refusedMails } from '../../workflows/refused-mails';
import { whileAlive } from '../heartbeat';
import { sealFor } from '../seals';
import { encodeMessage, messageId, type Sender } from './message';
import { countFailure, held } from './held';
import { Receipts } from '../receipts/receipts';
import type { SealTerms } from '../seals';
import type { MailTransport } from './transport';

export type MailDependencies = SealTerms & { store: Store; transport: MailTransport; sender: Sender };

const slotOf = (line: DigestLine) => ('fact' in line ? line.fact.slot : line.reminder.slot);

/** The earliest slot of what a mail settles without saying it: of a rung that is late, only the newest day is said. */
const daysIn = ({ ids }: MailOrder): Instant[] =>
  ids.flatMap(({ id }) => {
    const day = CivilDate.safeParse(stepOfNotice(id)?.day);
    return day.success ? [instantOf(day.data)] : [];
  });

/** The lines of an order that no receipt names yet, and the next free part of its slot. */
const unsent = async (receipts: Receipts, order: MailOrder): Promise<{ order: MailOrder; part: number }> => {
  const rounds = (order.rounds ?? []).map(({ fact }) => fact.slot);
  const slots = [...order.lines.map(slotOf), ...rounds, ...daysIn(order)];
  const earliest = slots.reduce((a, b) => (a < b ? a : b), order.slot);
  const found = await receipts.read(order.mailbox, earliest);
  const said = new Set(found.receipts.flatMap(({ receipt }) => receipt.notices.map(({ id }) => id)));
  const lines = order.lines.filter((line) => !said.has(lineId(line)));
  const untold = order.rounds?.filter(({ fact }) => !said.has(fact.id));
  const ids = order.ids.filter(({ id }) => !said.has(id));
  return {
    order: { ...order, lines, ...(untold && { rounds: untold }), ids },
    part: found.freePart(order.slot),
  };
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
export const createMailActivities = (deps: MailDependencies): MailActivities => {
  const { store, transport, seals, sender } = deps;
  const receipts = new Receipts(store, deps);
  return {
    async sendDigest(payload) {
      const whole = fromPayload(payload);
      const { order, part } = await unsent(receipts, whole);
      if (order.lines.length + (order.rounds?.length ?? 0) === 0) return { outcome: 'nothing' };

      const { mailbox, to, slot, ids } = order;
      const message = composeMessage(order, { name: sender.name || sender.address, email: sender.address });
      const id = messageId(mailbox, slot, part, sender);
      const encoded = encodeMessage({ sender, to, id, message, date: new Date() });
      // A mail that the store cannot keep would go out at every attempt.
      await receipts.clear({ mailbox, slot, part });
      const draft = await store.draft(mailName({ mailbox, slot, part }), encoded);
      try {
        const envelope = { from: sender.address, to: to.address };
        const { cancellationSignal } = Context.current();
        const delivery = await whileAlive(transport.deliver(envelope, encoded, cancellationSignal)).catch(
          (error: unknown) => held(error, seals),
        );
        const { outcome, response } = delivery;
        if (delivery.outcome === 'refused') countFailure(delivery);

        const settled = {
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
        await receipts.keep(settled, encoded, draft);
        return outcome === 'sent' ? { outcome } : refused(whole, response, seals);
      } finally {
        await draft.discard();
      }
    },
  };
};
