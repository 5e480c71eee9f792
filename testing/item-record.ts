import { instant } from '../domain/calendar/zone';
import { type Evidence, manifestHash, manifestOf } from '../domain/evidence/manifest';
import type { ItemLife } from '../domain/item/life';
import type { Receipt, UnsealedReceipt } from '../domain/ladder/notice';
import { anItem, NOW } from './item';
import { PEOPLE } from './world';
import { type BagContent, RECORD } from '../archive/item/read-record';
import { infoOf } from '../archive/item/bag-info';
import { itemOf } from '../archive/item/item-file';
import { recordPage } from '../archive/item/page/page';
import { evidencePath, type ItemRecord, mailPath, receiptPath } from '../archive/item/record';

/** A receipt of the mail that told the handler of the item's assignment, as older versions wrote it. */
export const aReceipt = (life: ItemLife, more: Partial<UnsealedReceipt> = {}): UnsealedReceipt => ({
  schemaVersion: 1,
  mailbox: PEOPLE.handler,
  slot: life.state.assignedAt,
  part: 1,
  messageId: '<1@example.org>',
  to: 'yi@example.org',
  subject: '【交办】',
  at: instant(NOW),
  response: '250 OK',
  outcome: 'sent',
  notices: [{ id: `${life.state.item}/c${life.state.cycle}#1`, item: life.state.item }],
  ...more,
});

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value, null, 2));

const pathsOf = (evidence: readonly Evidence[]): [path: string, file: Evidence][] =>
  evidence.map((file, index) => [evidencePath(file, index), file]);

/** The record of an item with one mail. */
export const aRecord = (life: ItemLife, more: Partial<ItemRecord> = {}): ItemRecord => {
  const { state, log, context } = life;
  return { state, log, context, receipts: [aReceipt(life)], missing: [], ...more };
};

/** The bag of a closed item with one mail. The hashes of the files that were read are made up. */
export const aBag = (life: ItemLife = anItem('closed'), more: Partial<ItemRecord> = {}): BagContent => {
  const record = aRecord(life, more);
  const { state, log, context } = record;
  const [receipt = aReceipt(life)]: readonly Receipt[] = record.receipts;
  const places = pathsOf(state.evidence);
  const paths = Object.fromEntries(places.map(([path, { title }]) => [path, title]));
  const files = new Map([
    [RECORD.page, bytes(recordPage(record))],
    [RECORD.item, json(itemOf(record))],
    [RECORD.log, bytes(log.map((entry) => `${JSON.stringify(entry)}\n`).join(''))],
    [RECORD.policy, json(context.policy)],
    [RECORD.calendar, json(context.calendar)],
    [RECORD.people, json(context.roster)],
    [RECORD.evidence, json({ hash: manifestHash(state), ...manifestOf(state), paths })],
    [`data/${receiptPath(receipt)}`, json(receipt)],
    [`data/${mailPath(receipt)}`, bytes(`Message-ID:\r\n ${receipt.messageId}\r\n\r\n`)],
  ]);
  const payload = new Map<string, string>([
    ...[...files.keys()].map((path): [string, string] => [path, 'any']),
    ...places.map(([path, { sha512 }]): [string, string] => [`data/${path}`, sha512]),
  ]);
  return { info: Object.entries(infoOf(record)), payload, files };
};
