import type { ItemRecord } from '../../archive/item/record';
import { evidencePath, mailPath, receiptPath } from '../../archive/item/record';
import { itemOf } from '../../archive/item/item-file';
import { recordPage } from '../../archive/item/page/page';
import { manifestHash, manifestOf } from '../../domain/evidence/manifest';
import type { Sha512 } from '../../base/ids';
import { openChecked } from '../../store/evidence';
import type { FolderEntry, Store } from '../../store/store';
import type { KeptMail } from '../receipts/receipts';

export const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

export const ndjson = (values: readonly unknown[]): Buffer =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

/** A file of a bag; one that the store knows by its content has its hash. */
export type BagFile = FolderEntry & { sha512?: Sha512 };

const mailFiles = ({ receipt, bytes, mail }: KeptMail): BagFile[] => [
  { path: receiptPath(receipt), content: bytes },
  { path: mailPath(receipt), content: mail },
];

/** Everything that a bag holds beneath `data/`. */
export const payloadOf = (store: Store, record: ItemRecord, mails: readonly KeptMail[]): BagFile[] => {
  const { state, log, context, clock } = record;
  const evidence = state.evidence.map((file, index) => ({
    path: evidencePath(file, index),
    sha512: file.sha512,
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
    ...((context.opening?.proof ?? context.opening?.added)
      ? [{ path: 'opening.json', content: json({ ...context.opening, ...(clock && { clock }) }) }]
      : []),
    ...evidence,
    ...mails.flatMap(mailFiles),
  ];
};
