import { infoOf } from '../../archive/item/bag-info';
import { bagName, type ItemRecord, receiptPath } from '../../archive/item/record';
import { civilOf } from '../../domain/calendar/zone';
import { fromPayload } from '../../base/deflated';
import { type BagContents, contentsOf, writeBag } from '../../archive/bag';
import type { Receipt } from '../../domain/ladder/notice';
import type { Store } from '../../store/store';
import type { ArchiveOrder, ArchiveResult, ExpectedMail, LightActivities } from '../../workflows/contract';
import { whileAlive } from '../heartbeat';
import { Receipts } from '../receipts/receipts';
import type { SealTerms } from '../seals';
import { payloadOf } from './contents';
import { checkAllEvidence } from './check-evidence';
import { ItemMails } from './mails';
import { bagAt, differencesFrom, expectNone, type OwnBag } from './own-bag';
import { readBack } from './read-back';

/** What the bag of an item must hold, with these mails in it. */
const ownBag = (store: Store, order: ArchiveOrder, mails: ItemMails): OwnBag => {
  const { memory, context, clock } = order;
  const drill = clock.drill !== undefined && { drill: clock.drill, clock };
  const receipts = mails.kept.map(({ receipt }) => receipt);
  const record: ItemRecord = { ...memory, context, ...drill, receipts, missing: mails.missing };
  return { info: infoOf(record), files: payloadOf(store, record, mails.kept) };
};

const write = async (store: Store, name: string, order: ArchiveOrder, mails: ItemMails): Promise<void> => {
  await checkAllEvidence(store, order.memory.state.evidence);
  const { info, files } = ownBag(store, order, mails);
  await writeBag(store, name, { info: { ...info, 'Bagging-Date': civilOf(order.at) }, payload: files });
};

/**
 * In what a valid bag differs from the one that would be written now. A mail may have got its receipt after an earlier
 * attempt had written the bag: then that names it as missing. One that nothing waited for, the confirmation of a decision in
 * a digest, may have gone out since: it is in the bag or not, as it came.
 */
const differencesOf = (
  store: Store,
  order: ArchiveOrder,
  all: ItemMails,
  found: BagContents,
): { differences: string[]; missing: number } => {
  const { mails, others } = all.knownTo(found.payload);
  const { missing } = mails;
  const namesOf = (list: readonly ExpectedMail[]) =>
    new Set(list.map(({ mailbox, id }) => `${mailbox} ${id}`));
  const [late, expected] = [namesOf(missing), namesOf(order.expected)];
  const names = ({ mailbox, notices }: Receipt, known: ReadonlySet<string>) =>
    notices.some(({ id }) => known.has(`${mailbox} ${id}`));
  const lacking = others
    .map(({ receipt }) => receipt)
    .filter((receipt) => names(receipt, expected) && !names(receipt, late));
  const differences = [
    ...differencesFrom(ownBag(store, order, mails), found),
    ...lacking.map((receipt) => `data/${receiptPath(receipt)}`),
  ];
  return { differences, missing: missing.length };
};

/** The activity that turns a closed item into a bag (BagIt 1.0, RFC 8493). */
export const createArchiveActivities = (
  deps: SealTerms & { store: Store },
): Pick<LightActivities, 'archiveItem'> => {
  const { store } = deps;
  const receipts = new Receipts(store, deps);
  const archive = async (order: ArchiveOrder): Promise<ArchiveResult> => {
    const { memory, context, expected } = order;
    const name = bagName(memory.state);
    const mails = await ItemMails.read(receipts, expected, memory.state);
    if (!(await store.has(name))) await write(store, name, order, mails);
    const bag = await bagAt(store, name);
    const manifest = await readBack(bag, name);
    const { differences, missing } = differencesOf(store, order, mails, await contentsOf(bag));
    expectNone(name, differences);
    return { bag: name, archiveNumber: context.archiveNumber, manifest, missingMails: missing };
  };
  return { archiveItem: (payload) => whileAlive(archive(fromPayload(payload))) };
};
