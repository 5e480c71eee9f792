import { Readable } from 'node:stream';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createArchiveActivities } from '../../activities/archive/archive-item';
import type { ArchiveOrder, ArchiveResult } from '../../workflows/contract';
import { aReceipt } from '../../testing/item-record';
import type { UnsealedReceipt } from '../../domain/ladder/notice';
import { PEOPLE } from '../../testing/world';
import { REAL_TIME } from '../../domain/calendar/clock';
import type { ItemBirth, ItemLife } from '../../domain/item/life';
import { aFile, anItem, doTheWork, give, NOW } from '../../testing/item';
import { bagName } from '../../archive/item/record';
import { readBagInfo, verifyBag, writeBag } from '../../archive/bag';
import { Receipts } from '../../activities/receipts/receipts';
import { mailName } from '../../store/receipts';
import { testSeals } from '../../testing/seals';
import type { Store } from '../../store/store';
import { filesIn, scratchStore } from '../../testing/store';

/** An item that was closed on evidence in the store. */
export const closedItem = async (store: Store, birth?: ItemBirth): Promise<ItemLife> => {
  const life = anItem('in-progress', birth);
  for (const { no } of life.state.measures) {
    const digest = await store.putEvidence(Readable.from([Buffer.from(`措施 ${no} 的佐证`)]));
    give(life, 'add-evidence', NOW, { measure: no, file: { ...aFile(), ...digest } });
  }
  doTheWork(life, NOW);
  for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, NOW);
  return life;
};

export const orderFor = (life: ItemLife, mailbox = PEOPLE.handler as string): ArchiveOrder => {
  const { state, log } = life.remember();
  const [notice] = aReceipt(life).notices;
  const slot = state.assignedAt;
  const expected = [{ mailbox, to: state.people.handler, id: notice?.id ?? '', kind: 'fact' as const, slot }];
  return { memory: { state, log }, context: life.context, clock: REAL_TIME, expected, at: NOW };
};

/** The path of a bag. */
export type Bag = { store: Store; name: string };

/** Has a mail and its receipt kept, as the worker would. */
export const keepMail = async (store: Store, receipt: UnsealedReceipt): Promise<void> => {
  const mail = Buffer.from(`Message-ID: ${receipt.messageId}\r\n\r\n`);
  const receipts = new Receipts(store, { seals: testSeals() });
  await store.put(mailName(receipt), mail);
  await receipts.keep(receipt, mail);
};

/** Has the bag of an item written, as the worker would. */
export const archive = (store: Store, order: ArchiveOrder): Promise<ArchiveResult> => {
  const { archiveItem } = createArchiveActivities({ store, seals: testSeals() });
  const worker = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  return worker.run<[ArchiveOrder], ArchiveResult, typeof archiveItem>(archiveItem, order);
};

/** A closed item whose mail has a receipt; `name`: of the bag that it has, or is to have. */
export type Closed = Bag & { root: string; life: ItemLife };

/** One that has no bag yet. */
export const unarchived = async (): Promise<Closed> => {
  const { store, root } = await scratchStore();
  const life = await closedItem(store);
  await keepMail(store, aReceipt(life));
  return { store, root, life, name: bagName(life.state) };
};

/** One with its bag, as the worker archives an item. */
export const archived = async (): Promise<Closed> => {
  const closed = await unarchived();
  const { store, life, name } = closed;
  expect(await archive(store, orderFor(life))).toMatchObject({ bag: name, missingMails: 0 });
  return closed;
};

/** The files of a payload, by their path in the bag. */
export type PayloadFiles = Map<string, Buffer>;

/** The same bag with other files in it, and every checksum of BagIt computed again. */
export const forged = async (
  { store, name }: Bag,
  change: (files: PayloadFiles) => void,
  labels: Record<string, string> = {},
): Promise<Bag> => {
  const bag = await store.folder(name);
  const files: PayloadFiles = new Map([...(await filesIn(bag))].filter(([path]) => path.startsWith('data/')));
  change(files);
  const info = Object.fromEntries((await readBagInfo(bag)).filter(([label]) => label !== 'Payload-Oxum'));
  const payload = [...files].map(([path, content]) => ({ path: path.slice('data/'.length), content }));
  await writeBag(store, 'forged', { info: { ...info, ...labels }, payload });
  expect((await verifyBag(await store.folder('forged'))).valid).toBe(true);
  return { store, name: 'forged' };
};
