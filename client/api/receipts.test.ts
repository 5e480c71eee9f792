import { pathToFileURL } from 'node:url';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REAL_TIME } from '../../domain/calendar/clock';
import { mailboxName, type Receipt, receiptName } from '../../domain/ladder/notice';
import { at, PEOPLE } from '../../testing/world';
import { itemId, ItemNumber, RoundId } from '../../base/ids';
import type { Store } from '../../store/store';
import { scratchFolder, scratchStore } from '../../testing/store';
import { noticeKey, receiptsFor } from './receipts';
import { existingStore } from './existing-store';

const item = itemId(RoundId.parse('2021-03'), ItemNumber.parse('1.2'));
const mailbox = mailboxName({ person: PEOPLE.handler, body: undefined }, REAL_TIME);

const write = async (store: Store, slot: Receipt['slot'], part: number, ids: string[]): Promise<void> => {
  const receipt: Receipt = {
    schemaVersion: 1,
    mailbox,
    slot,
    part,
    messageId: '<a@example.org>',
    to: 'yi@example.org',
    subject: '【交办】',
    at: slot,
    response: '250 OK',
    outcome: 'sent',
    notices: ids.map((id) => ({ id, item })),
  };
  await store.put(receiptName(mailbox, slot, part), Buffer.from(JSON.stringify(receipt)));
};

/** The item began that early. */
const BEGUN = at('2021-05-05');

const due = (id: string, slot: Receipt['slot']) => ({ to: PEOPLE.handler, id, kind: 'fact' as const, slot });

test('every notice is found in the receipt of the mail that said it, also of a second part', async () => {
  const { store } = await scratchStore();
  const [early, late] = [at('2021-05-06'), at('2021-05-07')];
  await write(store, early, 1, ['a']);
  await write(store, early, 2, ['b']);
  await write(store, late, 1, ['c']);
  await store.put(receiptName(mailbox, late, 1).replace('.json', '.eml'), Buffer.from('not JSON'));
  const found = await receiptsFor(
    store,
    { said: [due('a', early), due('b', early), due('d', late)], clock: REAL_TIME },
    BEGUN,
  );
  expect(found.get(noticeKey(PEOPLE.handler, 'a'))?.part).toBe(1);
  expect(found.get(noticeKey(PEOPLE.handler, 'b'))?.part).toBe(2);
  expect(found.get(noticeKey(PEOPLE.handler, 'd'))).toBeUndefined();
});

test('a confirmation is found in the mail that it rode with, long before it would have gone by itself', async () => {
  const { store } = await scratchStore();
  const [early, late] = [at('2021-05-06'), at('2021-05-20')];
  await write(store, early, 1, ['a']);
  const confirmed = { ...due('a', late), confirms: true as const };
  const found = await receiptsFor(store, { said: [confirmed, due('d', late)], clock: REAL_TIME }, BEGUN);
  expect(found.get(noticeKey(PEOPLE.handler, 'a'))?.slot).toBe(early);
});

test('what is no receipt, or lies under the name of another mail, tells nothing and hinders nobody from reading the rest', async () => {
  const { store } = await scratchStore();
  const [early, late] = [at('2021-05-06'), at('2021-05-07')];
  await write(store, early, 1, ['a']);
  await store.put(receiptName(mailbox, late, 1), await store.get(receiptName(mailbox, early, 1)));
  await store.put(receiptName(mailbox, late, 2), Buffer.from('{'));
  const found = await receiptsFor(
    store,
    { said: [due('a', early), due('d', late)], clock: REAL_TIME },
    BEGUN,
  );
  expect([...found.values()].map(({ slot }) => slot)).toEqual([early]);
});

test('a store that is not there is not made by looking', async () => {
  const path = join(await scratchFolder(), 'store');
  expect(await existingStore(pathToFileURL(path).href)).toBeUndefined();
  expect(existsSync(path)).toBe(false);
});
