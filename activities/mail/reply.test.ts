import { type Script, ScriptedSmtp } from '../../tests/support/scripted-smtp';
import { EVEN, growthOf, REPEATED, repeated } from '../../testing/effort';
import { isRefusal } from './reply';
import { NotSent, smtpTransport } from './transport';

let server: ScriptedSmtp;
beforeAll(async () => {
  server = await new ScriptedSmtp().start();
});
afterAll(() => {
  server.close();
});

/** Where the server did not take the mail, and whether that is for good. */
const outcomeOf = async (script: Script, login?: string): Promise<string> => {
  server.script = script;
  const transport = smtpTransport(server.url(login), 1);
  const envelope = { from: 'office@example.org', to: 'sender.relay@example.org' };
  try {
    const mail = Buffer.from('Subject: x\r\n\r\nx\r\n');
    const delivery = await transport.deliver(envelope, mail, AbortSignal.timeout(15_000));
    return delivery.outcome === 'sent' ? 'sent' : `refused: ${delivery.stage}`;
  } catch (error) {
    if (error instanceof NotSent) return `tried again: ${error.stage}`;
    throw error;
  } finally {
    transport.close();
  }
};

const WITH_LOGIN = '250-test\r\n250 AUTH PLAIN LOGIN';

test.each<[string, Script, string]>([
  ['all is well', {}, 'sent'],
  ['the host is not welcome', { greeting: '554 No SMTP service here' }, 'tried again: connection'],
  ['EHLO is refused', { ehlo: '550 Access denied for your host' }, 'tried again: greeting'],
  ['TLS is refused', { ehlo: '250-test\r\n250 STARTTLS', starttls: '554 no' }, 'tried again: no-tls'],
  [
    'the sender is another account',
    { mail: '553 Mail from must equal authorized user' },
    'tried again: sender',
  ],
  ['so, as others say it', { mail: '501 mail from address must be same as user' }, 'tried again: sender'],
  ['a login is wanted', { mail: '530 5.7.0 Authentication required' }, 'tried again: sender'],
  ['TLS is wanted', { mail: '530 5.7.0 Must issue a STARTTLS command first' }, 'tried again: sender'],
  ['the quota is used up', { mail: '550 5.4.5 Daily user sending limit exceeded' }, 'tried again: sender'],
  ['the sender has no mailbox', { mail: '550 5.1.1 User unknown' }, 'tried again: sender'],
  ['the sender must wait', { mail: '451 4.3.0 try later' }, 'tried again: sender'],
])('a reply to what concerns the service is tried again: %s', async (_, script, expected) => {
  expect(await outcomeOf(script)).toBe(expected);
});

test('a login that is refused is tried again', async () => {
  const script = { ehlo: WITH_LOGIN, auth: '535 5.7.8 Authentication failed' };
  expect(await outcomeOf(script, 'office:wrong')).toBe('tried again: login');
});

test.each<[string]>([
  ['550 5.1.1 User unknown'],
  ['550 5.1.1 <sender.relay@example.org>: Recipient address rejected: User unknown in relay recipient table'],
  ['550 <sender.relay@example.org>: Recipient address rejected: User unknown in relay recipient table'],
  ['550 no such mailbox'],
  ['550 Mailbox unavailable or access denied'],
  ['550-5.1.1 The email account that you tried to reach does not exist.\r\n550 5.1.1 See https://x/?p=login'],
  ['550 5.4.1 Recipient address rejected: Access denied.'],
  ['554 5.7.1 <sender.relay@example.org>: Recipient address rejected: Access denied'],
  ['501 5.1.3 Bad recipient address syntax'],
  ['504 5.5.2 <sender.relay>: Recipient address rejected: need fully-qualified address'],
  ['552 5.2.2 Mailbox full, over quota'],
  ['553 sorry, this recipient is not in my list'],
  ['556 5.1.10 Recipient address has null MX'],
  ['550 sender.relay@example.org'],
])('RCPT TO answered "%s" is the recipient\'s, for good', async (rcpt) => {
  expect(await outcomeOf({ rcpt })).toBe('refused: recipient');
});

test.each<[string]>([
  ['554 5.7.1 Relay access denied'],
  ['554 5.7.1 <sender.relay@example.org>: Relay access denied'],
  ['550 5.7.1 Unable to relay'],
  ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'],
  ['550 5.7.1 Relaying denied. Proper authentication required.'],
  ['550 relay not permitted'],
  ['550 we do not relay'],
  ["553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
  ['530 5.7.1 Client was not authenticated'],
  ['535 login first'],
  ['553 5.7.1 <office@example.org>: Sender address rejected: not owned by user'],
  ['550 5.1.8 <office@example.org>: Sender address rejected: Domain not found'],
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org'],
  ['504 5.5.2 <host>: Helo command rejected: need fully-qualified hostname'],
  ['550 5.4.5 Daily user sending limit exceeded'],
  ['550 5.7.1 Recipient address rejected: sending quota exceeded, daily quota is 500'],
  ['550 Ip frequency limited'],
  ['550 5.7.1 Access denied by policy'],
  ['503 5.5.1 Error: need MAIL command'],
  ['450 4.2.0 Greylisted'],
])('RCPT TO answered "%s" is about the service, and tried again', async (rcpt) => {
  expect(await outcomeOf({ rcpt })).toBe('tried again: recipient');
});

test.each<[string]>([
  ['554 5.7.1 DT:SPM'],
  ['554 5.7.1 Spam message rejected'],
  ['550 5.7.1 This message is likely unsolicited mail'],
  ['550 Mail content denied'],
  ['552 5.3.4 Message size exceeds fixed limit'],
  ['552-5.7.0 This message was blocked because\r\n552 5.7.0 its attachment may be harmful'],
  ['554 5.6.0 cannot be converted'],
  ['550 5.2.2 Mailbox full'],
])('a mail that was answered "%s" is refused for what the server names', async (end) => {
  expect(await outcomeOf({ end })).toBe('refused: content');
});

test.each<[Script]>([
  [{ end: '554 Transaction failed' }],
  [{ end: '554 5.7.1 Relay access denied' }],
  [{ end: '550 5.4.5 Daily sending quota exceeded' }],
  [{ end: '550 5.7.26 Unauthenticated email is not accepted due to DMARC policy' }],
  [{ end: '452 4.3.1 Insufficient system storage' }],
  [{ data: '554 5.5.1 no valid recipients' }],
  [{ data: '530 5.7.0 Authentication required' }],
])('a mail that was answered %j is tried again: no fault is named in it', async (script) => {
  expect(await outcomeOf(script)).toBe('tried again: content');
});

test('a reply without end costs no more time than its length', () => {
  const refusal = (response: string) =>
    isRefusal(
      Object.assign(new Error(), { command: 'RCPT TO', permanent: true, responseCode: 550, response }),
    );
  for (const unit of [...REPEATED, '<', 'a.', '5.'])
    expect(growthOf((length) => refusal(repeated(unit, length)), 60_000)).toBeLessThan(EVEN);
});
