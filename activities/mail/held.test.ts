import type { Client } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { receiptsFrom } from '../../store/receipts';
import { aBrief, aDigest, aFact, SLOT } from '../../testing/digest';
import { failureOf, scratchStore, unfinished } from '../../testing/store';
import { ScriptedSmtp } from '../../tests/support/scripted-smtp';
import { testSeals } from '../../testing/seals';
import { createMailActivities } from './send-mail';
import { type MailTransport, smtpTransport } from './transport';

const { item } = aBrief();
const order = { ...aDigest([aFact('assigned')]), ids: [{ id: `${item}/c1#7`, item }] };

let server: ScriptedSmtp;
let transport: MailTransport;
beforeAll(async () => {
  server = await new ScriptedSmtp().start();
  transport = smtpTransport(server.url(), 1);
});
afterAll(() => {
  transport.close();
  server.close();
});

test('a mail that waits for encryption says so in both languages, and how to go on', async () => {
  const { store } = await scratchStore();
  const plain = smtpTransport(server.url('office:secret', '0.0.0.0'), 1);
  const sender = { name: '整改办', address: 'office@example.org' };
  const activities = createMailActivities({ store, transport: plain, seals: testSeals(), sender });
  const environment = new MockActivityEnvironment({ attempt: 3 }, { logger: new DefaultLogger('ERROR') });
  const failure = await failureOf(environment.run(() => activities.sendDigest(order)));
  plain.close();
  expect(failure).toMatchObject({
    message: expect.stringMatching(
      /不支持加密.*smtps:\/\/.*requireTLS=false.*no encryption.*smtps:\/\/.*requireTLS=false/,
    ) as string,
    details: [{ stage: 'no-tls', code: 454 }],
  });
  expect(String(failure)).not.toContain('secret');
});

test('a mail whose sender was refused leaves no receipt, tells why it waits, and goes out once that is put right', async () => {
  const { store, root } = await scratchStore();
  const sender = { name: '整改办', address: 'office@example.org' };
  const activities = createMailActivities({ store, transport, seals: testSeals(), sender });
  const told: { attempt: number; reason: string }[] = [];
  const signal = (_: unknown, held: (typeof told)[number]) => Promise.resolve(told.push(held));
  const workflow = { getHandle: () => ({ signal }) };
  const withAbortSignal = (_: unknown, run: () => Promise<unknown>) => run();
  const client = { workflow, withAbortSignal } as unknown as Client;
  const attempt = (number: number) =>
    new MockActivityEnvironment({ attempt: number }, { logger: new DefaultLogger('ERROR'), client }).run(() =>
      activities.sendDigest(order),
    );

  server.script = { mail: '553 Mail from must equal authorized user' };
  for (const number of [1, 2, 3, 4])
    expect(await failureOf(attempt(number))).toMatchObject({
      type: 'MailHeld',
      nonRetryable: false,
      message: expect.stringMatching(/MAIL_FROM.*553 Mail from must equal authorized user/) as string,
      details: [{ stage: 'sender', code: 553 }],
    });
  expect(told.map(({ attempt }) => attempt)).toEqual([1, 2, 4]);
  expect(told[0]?.reason).toMatch(/不接受发件人.*553/);
  // Its names are reserved by the mail itself.
  expect(await store.list('')).toEqual(['mail/yi/20210625T003000Z.eml']);
  expect(await unfinished(root)).toEqual([]);

  server.script = {};
  expect(await attempt(5)).toEqual({ outcome: 'sent' });
  expect(server.taken).toBe(1);
  expect(await receiptsFrom(store, order.mailbox, SLOT)).toMatchObject([{ outcome: 'sent' }]);
});
