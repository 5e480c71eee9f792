import type { Client } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { instant } from '../../domain/calendar/zone';
import {
  decisionName,
  findKeptBack,
  keptBackName,
  type MailDecision,
  MailWaiting,
} from '../../store/held-mails';
import { receiptsFrom } from '../../store/receipts';
import type { Store } from '../../store/store';
import { aBrief, aDigest, aFact, SLOT } from '../../testing/digest';
import { testSeals } from '../../testing/seals';
import { failureOf, scratchStore } from '../../testing/store';
import { createMailActivities } from './send-mail';
import type { MailTransport } from './transport';

const { item } = aBrief();
const order = { ...aDigest([aFact('assigned')]), ids: [{ id: `${item}/c1#7`, item }] };
const other = {
  ...aDigest([aFact('urged', aBrief(), { id: `${item}/c1#8` })]),
  ids: [{ id: `${item}/c1#8`, item }],
};

/** A worker on a store, and what it has sent. */
const workerOn = (store: Store) => {
  const sent: string[] = [];
  const transport: MailTransport = {
    deliver: (_, mail) => {
      sent.push(Buffer.from(mail).toString());
      return Promise.resolve({ outcome: 'sent', response: '250 ok' });
    },
    close: () => undefined,
  };
  const told: string[] = [];
  const signal = (_: unknown, { reason }: { reason: string }) => Promise.resolve(told.push(reason));
  const withAbortSignal = (_: unknown, run: () => Promise<unknown>) => run();
  const client = { workflow: { getHandle: () => ({ signal }) }, withAbortSignal } as unknown as Client;
  const sender = { name: '整改办', address: 'office@example.org' };
  const work = (onHold: boolean, digest = order) => {
    const activities = createMailActivities({ store, transport, seals: testSeals(), sender, onHold });
    const logger = new DefaultLogger('ERROR');
    return new MockActivityEnvironment({ attempt: 1 }, { client, logger }).run(() =>
      activities.sendDigest(digest),
    );
  };
  return { sent, told, work };
};

const aWorld = async () => {
  const { store } = await scratchStore();
  return { store, ...workerOn(store) };
};

/** The mail that a failure says is on hold. */
const waitingIn = async (attempt: Promise<unknown>): Promise<MailWaiting> => {
  const failure = (await failureOf(attempt)) as { type: string; details: unknown[]; nextRetryDelay: unknown };
  expect(failure).toMatchObject({ type: 'MailOnHold', nonRetryable: false, nextRetryDelay: '30 seconds' });
  return MailWaiting.parse(failure.details[0]);
};

const shown = async (store: Store, waiting: MailWaiting) =>
  (await findKeptBack(store, testSeals(), waiting)).value;

const decide = (store: Store, waiting: MailWaiting, more: Partial<MailDecision>) => {
  const { seal, ...rest } = more;
  const content = {
    schemaVersion: 1 as const,
    ...waiting,
    decision: 'release' as const,
    by: 'root',
    at: instant(0),
    ...rest,
  };
  const decision = { ...content, seal: seal ?? testSeals().make('mail-decision', content) };
  return store.put(decisionName(waiting), Buffer.from(JSON.stringify(decision)));
};

test('a mail on hold is kept as it would go out, told to its mailbox, and leaves no receipt', async () => {
  const { store, sent, told, work } = await aWorld();
  const waiting = await waitingIn(work(true));
  expect(waiting).toMatchObject({ mailbox: 'yi', slot: SLOT, part: 1 });
  const kept = await shown(store, waiting);
  expect(kept).toMatchObject({ to: 'yi@example.org', notices: 1 });
  expect(kept?.text).toContain('物资采购管理不规范');
  expect(told[0]).toMatch(/MAIL=hold.*yi\/20210625T003000Z.*rectify mail held/);
  expect(await waitingIn(work(true))).toEqual(waiting);
  expect(await shown(store, waiting)).toEqual(kept);
  expect(sent).toEqual([]);
  expect(await receiptsFrom(store, 'yi', SLOT)).toEqual([]);
});

test('what somebody has changed of it counts for nothing, and is put aside for what the worker says', async () => {
  const { store, work } = await aWorld();
  const waiting = await waitingIn(work(true));
  const name = keptBackName(waiting);
  const kept = JSON.parse((await store.get(name)).toString()) as { text: string };
  await store.move(name, 'mail/elsewhere');
  await store.put(name, Buffer.from(JSON.stringify({ ...kept, text: '无害' })));
  expect(await findKeptBack(store, testSeals(), waiting)).toEqual({ isForged: true });
  await waitingIn(work(true));
  expect(await shown(store, waiting)).toMatchObject({ text: kept.text });
  const aside = (await store.list('mail/yi')).filter((one) => one.startsWith('mail/yi/aside/'));
  expect(aside).toEqual([expect.stringMatching(/\.held\./)]);
});

test('it goes out once it is released, or once mail is on hold no more', async () => {
  for (const isReleased of [true, false]) {
    const { store, sent, work } = await aWorld();
    const waiting = await waitingIn(work(true));
    if (isReleased) await decide(store, waiting, {});
    expect(await work(isReleased)).toEqual({ outcome: 'sent' });
    expect(sent).toHaveLength(1);
    expect(await receiptsFrom(store, 'yi', SLOT)).toMatchObject([{ outcome: 'sent', part: 1 }]);
  }
});

test('one that is dropped is settled with the reason, and never goes out, whoever asks', async () => {
  const { store, sent, work } = await aWorld();
  await decide(store, await waitingIn(work(true)), { decision: 'drop', reason: '恢复之前已发过' });
  // Also by a worker that was started without the setting before the decision could take effect.
  expect(await work(false)).toEqual({ outcome: 'nothing' });
  const [receipt] = await receiptsFrom(store, 'yi', SLOT);
  expect(receipt).toMatchObject({
    outcome: 'dropped',
    response: expect.stringMatching(/root.*恢复之前已发过/) as string,
    notices: order.ids,
  });
  for (const onHold of [true, false]) expect(await work(onHold)).toEqual({ outcome: 'nothing' });
  expect(sent).toEqual([]);
});

test.each([
  ['nobody has sealed', { seal: 'test-1.x' }],
  ['was made of another mail', { digest: 'a'.repeat(64) as MailWaiting['digest'] }],
])('a decision that %s does not count', async (_, more) => {
  const { store, sent, work } = await aWorld();
  const waiting = await waitingIn(work(true));
  await decide(store, waiting, { ...more, decision: 'drop' });
  expect(await waitingIn(work(true))).toEqual(waiting);
  expect(await work(false)).toEqual({ outcome: 'sent' });
  expect(sent).toHaveLength(1);
});

test('what was decided of a mail does not count for another that has its name', async () => {
  const { store, sent, work } = await aWorld();
  await decide(store, await waitingIn(work(true)), { decision: 'drop', reason: '已发过' });
  const waiting = await waitingIn(work(true, other));
  expect(waiting).toMatchObject({ mailbox: 'yi', slot: SLOT, part: 1 });
  expect(await shown(store, waiting)).toMatchObject({ notices: 1 });
  expect(await work(false, other)).toEqual({ outcome: 'sent' });
  expect(sent).toHaveLength(1);
});
