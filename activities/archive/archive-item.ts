import { infoOf } from '../../archive/item/bag-info';
import { bagName, type ItemRecord } from '../../archive/item/record';
import { civilOf, instant } from '../../domain/calendar/zone';
import { fromPayload } from '../../base/deflated';
import type { ItemState } from '../../domain/item/state';
import type { Receipt } from '../../domain/ladder/notice';
import { isOfLife } from '../../domain/ladder/notice-id';
import { writeBag } from '../../archive/bag';
import { receiptsFrom } from '../../store/receipts';
import type { Store } from '../../store/store';
import type { ArchiveOrder, ArchiveResult, ExpectedMail, LightActivities } from '../../workflows/contract';
import { whileAlive } from '../heartbeat';
import { withoutReceipt } from '../mailboxes';
import { payloadOf } from './contents';
import { checkAllEvidence } from './check-evidence';
import { readBack } from './read-back';

/** Receipts of every mail that this life of the item has caused, oldest first within each mailbox. */
const receiptsOf = async (
  store: Store,
  expected: readonly ExpectedMail[],
  life: ItemState,
): Promise<Receipt[]> => {
  const mailboxes = [...new Set(expected.map((mail) => mail.mailbox))].sort();
  const all = await Promise.all(mailboxes.map((mailbox) => receiptsFrom(store, mailbox, instant(0))));
  return all.flat().filter(({ notices }) => notices.some(({ id }) => isOfLife(id, life)));
};

/** Writes the bag unless an earlier attempt has; what is under its name is judged when it is read back. */
const writeOnce = async (store: Store, name: string, order: ArchiveOrder): Promise<void> => {
  if (await store.has(name)) return;
  const { memory, context, clock, expected, at } = order;
  await checkAllEvidence(store, memory.state.evidence);
  const [missing, receipts] = await Promise.all([
    withoutReceipt(store, expected),
    receiptsOf(store, expected, memory.state),
  ]);
  const drill = clock.drill !== undefined && { drill: clock.drill };
  const record: ItemRecord = { ...memory, context, ...drill, receipts, missing };
  const info = { ...infoOf(record), 'Bagging-Date': civilOf(at) };
  await writeBag(store, name, { info, payload: await payloadOf(store, record) });
};

/** The activity that turns a closed item into a bag (BagIt 1.0, RFC 8493). */
export const createArchiveActivities = (store: Store): Pick<LightActivities, 'archiveItem'> => ({
  async archiveItem(payload): Promise<ArchiveResult> {
    const order = fromPayload(payload);
    const name = bagName(order.memory.state);
    await whileAlive(writeOnce(store, name, order));
    const manifest = await whileAlive(readBack(store, name));
    const missing = await withoutReceipt(store, order.expected);
    return { bag: name, archiveNumber: order.context.archiveNumber, manifest, missingMails: missing.length };
  },
});
