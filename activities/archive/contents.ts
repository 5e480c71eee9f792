import type { ItemRecord } from '../../archive/item/record';
import { evidencePath, mailPath, receiptPath } from '../../archive/item/record';
import { itemOf } from '../../archive/item/item-file';
import { recordPage } from '../../archive/item/page/page';
import { manifestHash, manifestOf } from '../../domain/evidence/manifest';
import { type Receipt, receiptName } from '../../domain/ladder/notice';
import { openChecked } from '../../store/evidence';
import type { FolderEntry, Store } from '../../store/store';
import { mailName } from '../../store/receipts';

export const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

export const ndjson = (values: readonly unknown[]): Buffer =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

const mails = async (store: Store, receipts: readonly Receipt[]): Promise<FolderEntry[]> => {
  const pairs = receipts.map(async (receipt) => {
    const { mailbox, slot, part } = receipt;
    const names = [
      [receiptPath(receipt), receiptName(mailbox, slot, part)],
      [mailPath(receipt), mailName(receipt)],
    ] as const;
    return Promise.all(names.map(async ([path, name]) => ({ path, content: await store.get(name) })));
  });
  return (await Promise.all(pairs)).flat();
};

/** Everything that a bag holds beneath `data/`. */
export const payloadOf = async (store: Store, record: ItemRecord): Promise<FolderEntry[]> => {
  const { state, log, context, receipts } = record;
  const evidence = state.evidence.map((file, index) => ({
    path: evidencePath(file, index),
    content: () => Promise.resolve(openChecked(store, file)),
  }));
  return [
    { path: 'index.html', content: Buffer.from(recordPage(record)) },
    { path: 'item.json', content: json(itemOf(record)) },
    { path: 'log.ndjson', content: ndjson(log) },
    { path: 'policy.json', content: json(context.policy) },
    { path: 'calendar.json', content: json(context.calendar) },
    { path: 'people.json', content: json(context.roster) },
    {
      path: 'evidence.json',
      content: json({
        hash: manifestHash(state),
        ...manifestOf(state),
        paths: Object.fromEntries(
          state.evidence.map((file, index) => [evidencePath(file, index), file.title]),
        ),
      }),
    },
    ...(context.opening?.proof ? [{ path: 'opening.json', content: json(context.opening) }] : []),
    ...evidence,
    ...(await mails(store, receipts)),
  ];
};
