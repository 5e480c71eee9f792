import { simpleParser } from 'mailparser';
import { mailName } from '../../store/receipts';
import { openStore } from '../../store/open';
import { at } from '../support/instants';
import { caughtIn } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import type { CaughtMail } from '../support/smtp';

const ROUND = 'mail';
let world: RealWorld;
let mail: CaughtMail;
beforeAll(async () => {
  world = await RealWorld.create();
  // Nothing is cached: every workflow task is a replay from the start, as after a restart.
  await world.startWorker({ MAX_CACHED_WORKFLOWS: '0' });
  await world.begin(
    planOf({ round: ROUND, deadline: '2021-06-30' }),
    world.clockFrom(at('2021-05-06'), 20, ROUND),
  );
  mail = await poll('the mail of the assignment', () =>
    caughtIn(world.smtp.mails, ROUND).find(({ recipient }) => recipient === 'handler-1@example.org'),
  );
});
afterAll(() => world.close());

test('a mail says that no person wrote it, and is named by mailbox and slot', () => {
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.messageId).toMatch(/^<20210506T0100\d\dZ\.1\.handler-1\.some-body\.mail@example\.org>$/);
  expect(mail.from?.value).toEqual([{ name: '整改办', address: 'office@example.org' }]);
});

test('a mail says in Chinese what is to be done, once as text and once as a page', () => {
  expect(mail.subject).toMatch(/\p{Script=Han}/u);
  for (const version of [mail.text, mail.html]) {
    expect(version).toContain('第 1 个问题');
    expect(version).toMatch(/2021年6月30日/);
    expect(version).toContain('演练');
  }
  expect(mail.html).toMatch(/^<!doctype html>/i);
});

test('the mail of an assignment brings the deadline as a calendar file', () => {
  const file = mail.attachments.find(({ filename }) => filename === 'deadline.ics');
  expect(file?.contentType).toMatch(/^(text\/calendar|application\/ics)/);
  const lines = (file?.content.toString() ?? '').replace(/\r\n[ \t]/g, '').split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toContain('DTSTART;VALUE=DATE:20210630');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
});

test('the store keeps the mail as it was sent, and a receipt of what the server said', async () => {
  const receipt = await poll('the receipt', async () =>
    (await world.receipts(ROUND)).find(({ messageId }) => messageId === mail.messageId),
  );
  expect(receipt).toMatchObject({
    to: 'handler-1@example.org',
    part: 1,
    outcome: 'sent',
    subject: mail.subject,
  });
  expect(receipt.response).toMatch(/^250/);
  expect(receipt.notices).toEqual([{ id: 'mail/1.1/c1#1', item: 'mail/1.1' }]);
  const store = await openStore(world.storeUrl);
  const kept = await simpleParser(await store.get(mailName(receipt)));
  expect([kept.messageId, kept.subject, kept.text]).toEqual([mail.messageId, mail.subject, mail.text]);
});
