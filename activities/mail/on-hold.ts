import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { instant } from '../../domain/calendar/zone';
import type { Seals } from '../../domain/identity/seal';
import type { Message } from '../../mail';
import {
  decisionName,
  digestOf,
  heldName,
  findDecision,
  findKeptBack,
  keptBackName,
  type MailDecision,
  type MailWaiting,
  putAside,
} from '../../store/held-mails';
import type { Store } from '../../store/store';
import type { MailOrder } from '../../workflows/contract';
import { ON_HOLD } from '../../workflows/messages';
import { inEveryLanguage } from '../language';
import { tellMailbox } from './held';

/** How soon a mail on hold looks whether it has been decided on. */
const ASK_AGAIN = '30 seconds';

/** A mail that is about to go out. `names`: of everything that lies beside its receipt. */
export type AboutToGo = { order: MailOrder; part: number; message: Message; names: readonly string[] };

const waitingOf = ({ order, part }: AboutToGo): MailWaiting => ({
  mailbox: order.mailbox,
  slot: order.slot,
  part,
  digest: digestOf(order),
});

/** What operators have decided of a mail; nothing where no worker's key has sealed it, or it was decided of another. */
export const decisionOn = async (
  { store, seals }: { store: Store; seals: Seals },
  mail: AboutToGo,
): Promise<Pick<MailDecision, 'decision' | 'reason' | 'by'> | undefined> => {
  const waiting = waitingOf(mail);
  if (!mail.names.includes(decisionName(waiting))) return undefined;
  const { value, isForged } = await findDecision(store, seals, waiting);
  if (isForged) warnOf('a decision on a mail on hold', decisionName(waiting));
  return value;
};

const warnOf = (what: string, name: string): void => {
  Context.current().log.warn(`${what} does not count: no key of the workers has sealed it`, { name });
};

/**
 * Keeps a mail where operators see what would go out, tells its mailbox, and fails so that Temporal asks again until somebody
 * has decided or mail is on hold no more.
 */
export const holdBack = async (
  { store, seals }: { store: Store; seals: Seals },
  mail: AboutToGo,
): Promise<never> => {
  const { order, message, names } = mail;
  const waiting = waitingOf(mail);
  const name = keptBackName(waiting);
  const { value, isForged } = names.includes(name)
    ? await findKeptBack(store, seals, waiting)
    : { isForged: false };
  if (isForged) {
    warnOf('what operators are shown of a mail on hold', name);
    await putAside(store, waiting, name);
  }
  if (!value) {
    const content = {
      schemaVersion: 1 as const,
      ...waiting,
      to: order.to.address,
      subject: message.subject,
      since: instant(Date.now()),
      notices: order.ids.length,
      text: message.text,
    };
    const kept = { ...content, seal: seals.make('kept-back', content) };
    await store.put(name, Buffer.from(`${JSON.stringify(kept, null, 2)}\n`));
  }
  const reason = inEveryLanguage((say) => say.mailOnHold(heldName(waiting)));
  await tellMailbox(reason, seals);
  throw ApplicationFailure.create({
    message: reason,
    type: ON_HOLD,
    details: [waiting],
    nextRetryDelay: ASK_AGAIN,
  });
};
