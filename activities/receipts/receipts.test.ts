import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { instant } from '../../domain/calendar/zone';
import { SealKeys, Seals } from '../../domain/identity/seal';
import { Receipt, receiptName } from '../../domain/ladder/notice';
import { mailName, receiptsFrom } from '../../store/receipts';
import type { Store } from '../../store/store';
import { aBrief, aDigest, aFact, SLOT } from '../../testing/digest';
import { TEST_SEAL_KEYS, testSeals } from '../../testing/seals';
import { scratchStore } from '../../testing/store';
import { BACKENDS } from '../../tests/support/backends';
import { SmtpCatcher } from '../../tests/support/smtp';
import type { MailOrder, MailOutcome } from '../../workflows/contract';
import { withoutReceipt } from '../mailboxes';
import type { SealTerms } from '../seals';
import { Receipts } from './receipts';
import { createMailActivities } from '../mail/send-mail';
import { type MailTransport, smtpTransport } from '../mail/transport';

const { item } = aBrief();
const ID = `${item}/c1#7`;
const ORDER: MailOrder = { ...aDigest([aFact('assigned')]), ids: [{ id: ID, item }] };
const SENDER = { name: '整改办', address: 'office@example.org' };
const NAME = receiptName(ORDER.mailbox, SLOT, 1);

let smtp: SmtpCatcher;
let transport: MailTransport;
beforeAll(async () => {
  smtp = await new SmtpCatcher().start();
  transport = smtpTransport(smtp.url, 1);
});
beforeEach(() => {
  smtp.mails.length = 0;
});
afterAll(async () => {
  transport.close();
  await smtp.stop();
});

let logged: LogEntry[] = [];
const inWorker = <T>(act: () => Promise<T>): Promise<T> => {
  const logger = new DefaultLogger('WARN', (entry) => void logged.push(entry));
  return new MockActivityEnvironment({}, { logger }).run(act);
};
beforeEach(() => {
  logged = [];
});

const send = (store: Store, order = ORDER, terms: Partial<SealTerms> = {}): Promise<MailOutcome> => {
  const activities = createMailActivities({ store, transport, sender: SENDER, seals: testSeals(), ...terms });
  return inWorker(() => activities.sendDigest(order));
};

const missing = (store: Store, terms: Partial<SealTerms> = {}) =>
  inWorker(() =>
    withoutReceipt(new Receipts(store, { seals: testSeals(), ...terms }), [
      { mailbox: ORDER.mailbox, to: ORDER.to.person, id: ID, kind: 'fact', slot: SLOT },
    ]),
  );

/** A receipt as anybody can write one who has seen another. */
const forgedReceipt = (more: object = {}) => ({
  schemaVersion: 1,
  mailbox: ORDER.mailbox,
  slot: SLOT,
  part: 1,
  messageId: '<1@example.org>',
  to: 'yi@example.org',
  subject: '【交办】',
  at: SLOT,
  response: '250 OK',
  outcome: 'sent',
  notices: ORDER.ids,
  ...more,
});

const put = (store: Store, name: string, content: unknown): Promise<void> =>
  store.put(name, Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)));

const bytesOf = (store: Store, name: string): Promise<string> => store.get(name).then(String);

const aside = async (store: Store): Promise<string[]> =>
  (await store.list(`mail/${ORDER.mailbox}`)).filter((name) => name.includes('/aside/'));

/** A receipt that a worker has written, and its name. */
const aGenuineOne = async (store: Store): Promise<{ name: string; text: string }> => {
  await send(store);
  smtp.mails.length = 0;
  return { name: NAME, text: await bytesOf(store, NAME) };
};

describe.each(BACKENDS)('a receipt $title', ({ scratch }) => {
  const FORGED: [string, string, unknown][] = [
    ['one without a seal, as older versions wrote them', NAME, forgedReceipt()],
    [
      'one with a seal of nobody',
      NAME,
      forgedReceipt({ schemaVersion: 2, eml: 'a'.repeat(64), seal: `test-1.${'A'.repeat(43)}` }),
    ],
    [
      'one of a slot that is yet to come',
      receiptName(ORDER.mailbox, instant(SLOT + 9e9), 1),
      forgedReceipt({ slot: SLOT + 9e9 }),
    ],
    ['what is no JSON', NAME, '{'],
    ['JSON that is no receipt', NAME, '[]'],
    ['one in a folder of its own', `mail/${ORDER.mailbox}/deep/x.json`, forgedReceipt()],
    ['one under a name that is none', `mail/${ORDER.mailbox}/99.json`, forgedReceipt()],
  ];

  test.each(FORGED)('that nobody sealed silences no mail and is put aside: %s', async (_, name, content) => {
    const { store } = await scratch();
    await put(store, name, content);
    expect(await missing(store)).toMatchObject([{ id: ID }]);
    expect(await send(store)).toEqual({ outcome: 'sent' });
    expect(smtp.mails).toHaveLength(1);
    const [kept = ''] = await aside(store);
    expect(await bytesOf(store, kept)).toBe(typeof content === 'string' ? content : JSON.stringify(content));
    expect(await store.list(`mail/${ORDER.mailbox}`)).not.toContain(name === NAME ? '' : name);
    expect(logged.map(({ message }) => message)).toEqual(['put aside what lay among the receipts of mails']);
    expect(JSON.stringify(logged.map(({ meta }) => meta))).not.toContain('交办');
    expect(await send(store)).toEqual({ outcome: 'nothing' });
    expect(await missing(store)).toEqual([]);
  });

  test('that a worker wrote counts, and names recipient, outcome and mail', async () => {
    const { store } = await scratch();
    await aGenuineOne(store);
    const receipt = Receipt.parse(JSON.parse(await bytesOf(store, NAME)));
    const mail = await store.get(mailName(receipt));
    expect(receipt).toMatchObject({
      schemaVersion: 2,
      to: 'yi@example.org',
      outcome: 'sent',
      eml: createHash('sha256').update(mail).digest('hex'),
    });
    expect(await send(store)).toEqual({ outcome: 'nothing' });
    expect(await missing(store)).toEqual([]);
    expect(logged).toEqual([]);
  });

  test('counts as long as the workers have the key that sealed it', async () => {
    const { store } = await scratch();
    await aGenuineOne(store);
    const [old, next] = SealKeys.parse(TEST_SEAL_KEYS);
    if (!next) throw new Error('one key alone');
    expect(await send(store, ORDER, { seals: new Seals([next, old]) })).toEqual({ outcome: 'nothing' });
    expect(await send(store, ORDER, { seals: new Seals([next]) })).toEqual({ outcome: 'sent' });
  });

  test.each<[string, (receipt: Record<string, unknown>) => object]>([
    ['its recipient', (receipt) => ({ ...receipt, to: 'ding@example.org' })],
    ['its outcome', (receipt) => ({ ...receipt, outcome: 'refused' })],
    ['the hash of its mail', (receipt) => ({ ...receipt, eml: 'b'.repeat(64) })],
    ['one more notice', (receipt) => ({ ...receipt, notices: [...ORDER.ids, { id: `${item}/c1#8`, item }] })],
    ['something more in it', (receipt) => ({ ...receipt, note: 'x' })],
    ['its seal', ({ seal, ...receipt }) => ({ ...receipt, seal: `${String(seal)}A` })],
  ])('of which one thing was changed counts no longer: %s', async (_, change) => {
    const { store, tamper } = await scratch();
    const { text } = await aGenuineOne(store);
    await tamper(NAME, JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)));
    expect(await send(store)).toEqual({ outcome: 'sent' });
    expect(smtp.mails).toHaveLength(1);
    // Another part than the one that was put aside: the mail of that may have arrived.
    expect(smtp.mails[0]?.messageId).toContain('.2.');
    expect(await aside(store)).toHaveLength(1);
  });

  test('that is genuine says nothing under the name of another mailbox', async () => {
    const { store } = await scratch();
    const { text } = await aGenuineOne(store);
    const order = { ...ORDER, mailbox: 'p99' };
    await put(store, receiptName('p99', SLOT, 1), text);
    expect(await send(store, order)).toEqual({ outcome: 'sent' });
    expect(smtp.mails).toHaveLength(1);
  });

  test('that is genuine says nothing under the name of another slot or part', async () => {
    const { store } = await scratch();
    const { text } = await aGenuineOne(store);
    const later = instant(SLOT + 86_400_000);
    await put(store, receiptName(ORDER.mailbox, later, 1), text);
    await put(store, receiptName(ORDER.mailbox, later, 7), text);
    const [fact] = ORDER.lines;
    if (!fact || !('fact' in fact)) throw new Error('no fact');
    const lines = [{ ...fact, fact: { ...fact.fact, slot: later } }];
    expect(await send(store, { ...ORDER, slot: later, lines })).toEqual({ outcome: 'sent' });
    expect(smtp.mails[0]?.messageId).toContain('.2.');
    expect(await aside(store)).toHaveLength(2);
  });

  test('is never displaced, whatever number somebody has given a file of theirs', async () => {
    const { store } = await scratch();
    for (const part of [99_999, 999_999, 1_000_000, 2 ** 53 - 1])
      await put(store, receiptName(ORDER.mailbox, SLOT, part), '{}');
    expect(await send(store)).toEqual({ outcome: 'sent' });
    const other = {
      ...aDigest([aFact('commented', aBrief(), { id: `${item}/c1#8` })]),
      ids: [{ id: `${item}/c1#8`, item }],
    };
    expect(await send(store, other)).toEqual({ outcome: 'sent' });
    const kept = await receiptsFrom(store, ORDER.mailbox, SLOT);
    expect(kept.map(({ part }) => part)).toEqual([1, 2]);
  });

  test('of an older version counts until the instant that the worker is told, by its slot and by its time', async () => {
    const { store } = await scratch();
    await put(store, NAME, forgedReceipt());
    expect(await missing(store, { unsealedUntil: SLOT + 1 })).toEqual([]);
    expect(await send(store, ORDER, { unsealedUntil: SLOT + 1 })).toEqual({ outcome: 'nothing' });
    expect(await send(store, ORDER, { unsealedUntil: SLOT })).toEqual({ outcome: 'sent' });
    const { store: other } = await scratch();
    await put(other, NAME, forgedReceipt({ at: SLOT + 1 }));
    expect(await send(other, ORDER, { unsealedUntil: SLOT + 1 })).toEqual({ outcome: 'sent' });
  });

  test('is kept with the mail that was sent, whatever lay under their names', async () => {
    const { store } = await scratch();
    await put(store, mailName({ mailbox: ORDER.mailbox, slot: SLOT, part: 1 }), '别人的信');
    expect(await send(store)).toEqual({ outcome: 'sent' });
    const [receipt] = await receiptsFrom(store, ORDER.mailbox, SLOT);
    const mail = await store.get(mailName(receipt ?? { mailbox: '', slot: SLOT, part: 1 }));
    expect(String(mail)).toContain(receipt?.messageId);
    expect(await Promise.all((await aside(store)).map((name) => bytesOf(store, name)))).toEqual(['别人的信']);
  });
});

describe('a receipt on files', () => {
  test.each<[string, (path: string) => Promise<unknown>]>([
    ['a folder', (path) => mkdir(join(path, 'x'), { recursive: true })],
    ['an empty folder', (path) => mkdir(path)],
    ['a link to nothing', (path) => symlink('/nowhere', path)],
    ['a link to a file', (path) => symlink(__filename, path)],
  ])('is kept where its place was taken by %s, and the mail goes out once', async (_, take) => {
    const { store, root } = await scratchStore();
    await mkdir(join(root, 'mail', ORDER.mailbox), { recursive: true });
    for (const name of [NAME, NAME.replace(/json$/, 'eml')]) await take(join(root, name));
    const before = await readFile(__filename);
    expect(await send(store)).toEqual({ outcome: 'sent' });
    expect(await send(store)).toEqual({ outcome: 'nothing' });
    expect(smtp.mails).toHaveLength(1);
    expect(await readFile(__filename)).toEqual(before);
  });

  test('that cannot be put aside leaves the mail unsent rather than sent at every attempt', async () => {
    const { store, root } = await scratchStore();
    await mkdir(join(root, 'mail', ORDER.mailbox), { recursive: true });
    await writeFile(join(root, 'mail', ORDER.mailbox, 'aside'), '');
    await symlink('/nowhere', join(root, NAME));
    await expect(send(store)).rejects.toMatchObject({ name: 'StoreConflict' });
    expect(smtp.mails).toHaveLength(0);
  });

  test('settles what it names for good: a mail of a later slot does not say it again', async () => {
    const { store } = await scratchStore();
    await send(store);
    const later = instant(SLOT + 24 * 3_600_000);
    expect(await send(store, { ...ORDER, slot: later })).toEqual({ outcome: 'nothing' });
    expect(smtp.mails).toHaveLength(1);
  });

  test('whose mail was changed is put aside when the item is archived', async () => {
    const { store, root } = await scratchStore();
    await send(store);
    const mail = join(root, NAME.replace(/json$/, 'eml'));
    await writeFile(mail, String(await readFile(mail)).replace('Subject', 'subject'));
    const receipts = new Receipts(store, { seals: testSeals() });
    const kept = await inWorker(async () => {
      const [receipt] = await receipts.from(ORDER.mailbox, SLOT);
      return receipt && receipts.withMail(receipt);
    });
    expect(kept).toBeUndefined();
    expect(logged.map(({ meta }) => String(meta?.why))).toEqual(['mail-changed']);
    expect(await missing(store)).toMatchObject([{ id: ID }]);
  });
});
