import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { StoreFault } from '../../store/fault';
import { receiptsFrom } from '../../store/receipts';
import type { Store } from '../../store/store';
import { aBrief, aDigest, aFact, SLOT } from '../../testing/digest';
import { testSeals } from '../../testing/seals';
import { failureOf, scratchStore } from '../../testing/store';
import { createMailActivities } from './send-mail';

const { item } = aBrief();
const order = { ...aDigest([aFact('assigned')]), ids: [{ id: `${item}/c1#7`, item }] };
const MAIL = 'mail/yi/20210625T003000Z.eml';

const aWorker = (store: Store) => {
  const [sent, logged]: [string[], LogEntry[]] = [[], []];
  const answers: (() => Promise<{ outcome: 'sent'; response: string }>)[] = [];
  const taken = () => Promise.resolve({ outcome: 'sent' as const, response: '250 OK' });
  const transport = {
    deliver: (_: unknown, mail: Uint8Array) => {
      sent.push(Buffer.from(mail).toString());
      return (answers.shift() ?? taken)();
    },
    close: () => undefined,
  };
  const logger = new DefaultLogger('WARN', (entry) => {
    if (entry.message !== 'Activity failed') logged.push(entry);
  });
  const attempt = (address = 'office@example.org') => {
    const sender = { name: '整改办', address };
    const activities = createMailActivities({ store, transport, seals: testSeals(), sender });
    return new MockActivityEnvironment({}, { logger }).run(() => activities.sendDigest(order));
  };
  /** What a worker that is killed amid a mail does: nothing more. */
  const cutOff = () => answers.push(() => Promise.reject(new Error('killed')));
  return { sent, logged, attempt, cutOff };
};

test('a mail lies in the store before it goes out', async () => {
  const { store } = await scratchStore();
  const { attempt, cutOff, sent } = aWorker(store);
  cutOff();
  await failureOf(attempt());
  expect(String(await store.get(MAIL))).toBe(sent[0]);
  expect(await receiptsFrom(store, 'yi', SLOT)).toEqual([]);
});

test('every copy of a mail that was cut off is the same, octet by octet, whenever it is sent', async () => {
  const { store } = await scratchStore();
  const { attempt, cutOff, sent, logged } = aWorker(store);
  for (const time of ['2021-06-25T00:30:00Z', '2021-06-25T00:31:07Z', '2021-06-26T00:00:00Z']) {
    jest.useFakeTimers({ now: Date.parse(time), doNotFake: ['setImmediate', 'nextTick', 'setInterval'] });
    if (sent.length < 2) {
      cutOff();
      await failureOf(attempt());
    } else expect(await attempt()).toEqual({ outcome: 'sent' });
  }
  jest.useRealTimers();
  expect(sent).toHaveLength(3);
  expect(new Set(sent).size).toBe(1);
  expect(sent[0]).toMatch(/^Date: Fri, 25 Jun 2021 00:30:00 \+0000\r$/m);
  expect(await receiptsFrom(store, 'yi', SLOT)).toHaveLength(1);
  expect(logged).toEqual([]);
});

test('one that other settings would write otherwise takes its place, and nobody is alarmed', async () => {
  const { store } = await scratchStore();
  const { attempt, cutOff, sent, logged } = aWorker(store);
  cutOff();
  await failureOf(attempt('wrong@example.org'));
  expect(await attempt()).toEqual({ outcome: 'sent' });
  expect(String(await store.get(MAIL))).toBe(sent[1]);
  const aside = (await store.list('mail/yi')).filter((name) => name.includes('/aside/'));
  expect(String(await store.get(aside[0] ?? ''))).toBe(sent[0]);
  expect(logged).toEqual([]);
});

test('where nothing can be kept beside the receipts, nothing is sent, however often it is tried', async () => {
  const { store, url } = await scratchStore();
  const { attempt, sent } = aWorker(store);
  const put = store.put.bind(store);
  const denied = new StoreFault(url, Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  jest
    .spyOn(store, 'put')
    .mockImplementation((name, bytes) =>
      name.startsWith('mail/yi/') ? Promise.reject(denied) : put(name, bytes),
    );
  for (let tries = 0; tries < 3; tries += 1) expect(await failureOf(attempt())).toBe(denied);
  expect(sent).toEqual([]);
});
