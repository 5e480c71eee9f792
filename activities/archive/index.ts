import { bagName, LOG_HEAD } from '../../domain/archive/record';
import { civilOf, instant } from '../../domain/calendar/zone';
import type { Receipt } from '../../domain/ladder/notice';
import { writeBag } from '../../store/bag';
import { receiptsFrom } from '../../store/receipts';
import type { Store } from '../../store/store';
import type { ArchiveOrder, ArchiveResult, ExpectedMail, LightActivities } from '../contract';
import { whileAlive } from '../heartbeat';
import { withoutReceipt } from '../mailboxes';
import { payloadOf } from './contents';
import { checkAllEvidence } from './evidence';
import { readBack } from './read-back';

/** Receipts of every mail that spoke of the item, oldest first within each mailbox. */
const receiptsOf = async (
  store: Store,
  expected: readonly ExpectedMail[],
  item: string,
): Promise<Receipt[]> => {
  const mailboxes = [...new Set(expected.map((mail) => mail.mailbox))].sort();
  const all = await Promise.all(mailboxes.map((mailbox) => receiptsFrom(store, mailbox, instant(0))));
  return all.flat().filter((receipt) => receipt.notices.some((notice) => notice.item === item));
};

const infoOf = ({ memory, context, clock, at }: ArchiveOrder, missing: readonly ExpectedMail[]) => ({
  'Source-Organization': context.round.body,
  'External-Description': context.planned.problem,
  'External-Identifier': context.archiveNumber,
  'Internal-Sender-Identifier': memory.state.item,
  'Internal-Sender-Description': `${context.round.title} ${context.planned.category}`,
  'Bagging-Date': civilOf(at),
  [LOG_HEAD]: memory.log.at(-1)?.hash ?? '',
  'Rectify-Policy': context.policy.version,
  'Rectify-Calendar': context.calendar.version,
  ...(clock.drill !== undefined && { 'Rectify-Drill': clock.drill }),
  ...(missing.length > 0 && {
    'Rectify-Missing-Mail': missing.map(({ mailbox, id }) => `${mailbox} ${id}`).join('; '),
  }),
});

/** Writes the bag unless an earlier attempt has; what stands under its name is judged by the reading back. */
const writeOnce = async (store: Store, name: string, order: ArchiveOrder): Promise<void> => {
  if (await store.has(name)) return;
  const { memory, context, clock, expected } = order;
  await checkAllEvidence(store, memory.state.evidence);
  const [missing, receipts] = await Promise.all([
    withoutReceipt(store, expected),
    receiptsOf(store, expected, memory.state.item),
  ]);
  const record = { ...memory, context, ...(clock.drill !== undefined && { drill: clock.drill }) };
  const payload = await payloadOf(store, record, receipts);
  await writeBag(store, name, { info: infoOf(order, missing), payload });
};

/** The activity that turns a closed item into a bag (BagIt 1.0, RFC 8493). */
export const createArchiveActivities = (store: Store): Pick<LightActivities, 'archiveItem'> => ({
  async archiveItem(order): Promise<ArchiveResult> {
    const name = bagName(order.memory.state);
    await whileAlive(writeOnce(store, name, order));
    const manifest = await whileAlive(readBack(store, name));
    const missing = await withoutReceipt(store, order.expected);
    return { bag: name, archiveNumber: order.context.archiveNumber, manifest, missingMails: missing.length };
  },
});
