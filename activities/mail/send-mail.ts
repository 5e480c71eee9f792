import { Context } from '@temporalio/activity';
import { CivilDate } from '../../domain/calendar/civil';
import { type Instant, instant, instantOf } from '../../domain/calendar/zone';
import { capped, oneLine } from '../../base/safe-text';
import { fromPayload } from '../../base/deflated';
import type { Seals } from '../../domain/identity/seal';
import { type DigestLine, lineId, type Receipt } from '../../domain/ladder/notice';
import { stepOfNotice } from '../../domain/ladder/notice-id';
import { composeMessage } from '../../mail';
import type { Store } from '../../store/store';
import type { MailActivities, MailOrder, MailOutcome } from '../../workflows/contract';
import { refusedMails } from '../../workflows/refused-mails';
import { whileAlive } from '../heartbeat';
import { inEveryLanguage } from '../language';
import { sealFor } from '../seals';
import { encodeMessage, messageId, type Sender } from './message';
import { countFailure, held } from './held';
import { decisionOn, holdBack } from './on-hold';
import { Receipts } from '../receipts/receipts';
import type { SealTerms } from '../seals';
import type { MailTransport } from './transport';

/** `onHold`: mails wait until an operator has seen them. */
export type MailDependencies = SealTerms & {
  store: Store;
  transport: MailTransport;
  sender: Sender;
  onHold?: boolean;
};

/** A late mail has the name of a slot that has passed. One that has confirmed a decision may have that of one so long, in ms, before it. */
const LATEST = 31 * 86_400_000;

/** The earliest slot of a mail that may have said a line. A confirmation goes with any mail after its decision. */
const earliestOf = (line: DigestLine): Instant => {
  if (!('fact' in line)) return line.reminder.slot;
  const { slot, decided } = line.fact;
  return decided ? instant(decided.at - LATEST) : slot;
};

/** The earliest slot of what a mail settles without saying it: of a rung that is late, only the newest day is said. */
const daysIn = ({ ids }: MailOrder): Instant[] =>
  ids.flatMap(({ id }) => {
    const day = CivilDate.safeParse(stepOfNotice(id)?.day);
    return day.success ? [instantOf(day.data)] : [];
  });

/** The lines of an order that no receipt names yet, and the next free part of its slot. */
const unsent = async (
  receipts: Receipts,
  order: MailOrder,
): Promise<{ order: MailOrder; part: number; names: string[] }> => {
  const rounds = (order.rounds ?? []).map(({ fact }) => fact.slot);
  const slots = [...order.lines.map(earliestOf), ...rounds, ...daysIn(order)];
  const earliest = slots.reduce((a, b) => (a < b ? a : b), order.slot);
  const found = await receipts.read(order.mailbox, earliest);
  const said = new Set(found.receipts.flatMap(({ receipt }) => receipt.notices.map(({ id }) => id)));
  const lines = order.lines.filter((line) => !said.has(lineId(line)));
  const untold = order.rounds?.filter(({ fact }) => !said.has(fact.id));
  const ids = order.ids.filter(({ id }) => !said.has(id));
  return {
    order: { ...order, lines, ...(untold && { rounds: untold }), ids },
    part: found.freePart(order.slot),
    names: found.names,
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

/** What came of a mail, as its receipt tells it. */
type End = Pick<Receipt, 'outcome' | 'response'>;

const OUTCOMES: Record<End['outcome'], (mail: MailOrder, reason: string, seals: Seals) => MailOutcome> = {
  sent: () => ({ outcome: 'sent' }),
  refused,
  dropped: () => ({ outcome: 'nothing' }),
};

/** Longest reason in a receipt. */
const REASON = 300;

/** The activities that write mail. */
export const createMailActivities = (deps: MailDependencies): MailActivities => {
  const { store, transport, seals, sender, onHold = false } = deps;
  const receipts = new Receipts(store, deps);

  const deliver = async (to: string, encoded: Buffer): Promise<End> => {
    const envelope = { from: sender.address, to };
    const { cancellationSignal } = Context.current();
    const delivery = await whileAlive(transport.deliver(envelope, encoded, cancellationSignal)).catch(
      (error: unknown) => held(error, seals),
    );
    if (delivery.outcome === 'refused') countFailure(delivery);
    return delivery;
  };

  return {
    async sendDigest(payload) {
      const whole = fromPayload(payload);
      const { order, part, names } = await unsent(receipts, whole);
      if (order.lines.length + (order.rounds?.length ?? 0) === 0) return { outcome: 'nothing' };

      const { mailbox, to, slot, ids } = order;
      const message = composeMessage(order, { name: sender.name || sender.address, email: sender.address });
      const mail = { order, part, message, names };
      const decided = await decisionOn(deps, mail);
      if (onHold && !decided) return holdBack(deps, mail);

      const id = messageId(mailbox, slot, part, sender);
      const encoded = await receipts.reserve({ mailbox, slot, part }, (date) =>
        encodeMessage({ sender, to, id, message, date }),
      );
      const { outcome, response }: End =
        decided?.decision === 'drop' ? dropped(decided) : await deliver(to.address, encoded);
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
      await receipts.keep(settled, encoded);
      return OUTCOMES[outcome](whole, response, seals);
    },
  };
};

/** Operators have decided, while mail was on hold, that a mail does not go out: its notices are settled by that. */
const dropped = ({ by, reason = '' }: { by: string; reason?: string | undefined }): End => ({
  outcome: 'dropped',
  response: inEveryLanguage((say) => say.mailDropped(by, capped(oneLine(reason), REASON))),
});
