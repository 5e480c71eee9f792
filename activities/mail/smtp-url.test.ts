import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type Script, ScriptedSmtp } from '../../tests/support/scripted-smtp';
import { encryptedUrl, warningsOf } from './smtp-url';
import { NotSent, smtpTransport } from './transport';

const PASSWORD = 'kept-to-ourselves';
const LOGIN = `office:${PASSWORD}`;
/** What a password looks like on its way: as it is, by AUTH LOGIN, by AUTH PLAIN. */
const AS_SENT = [PASSWORD, ...[PASSWORD, `\0office\0${PASSWORD}`].map((text) => btoa(text))];

/** This machine by an address that is not loopback's, so that no network is needed. */
const ELSEWHERE = '0.0.0.0';

const ASKS_FOR_A_LOGIN = '250-test\r\n250 AUTH PLAIN LOGIN';

let server: ScriptedSmtp;
beforeEach(async () => {
  server = await new ScriptedSmtp().start();
});
afterEach(() => {
  server.close();
});

const send = async (url: string): Promise<string> => {
  const transport = smtpTransport(url, 1);
  const envelope = { from: 'office@example.org', to: 'jia@example.org' };
  try {
    const mail = Buffer.from('Subject: x\r\n\r\nof the item\r\n');
    return (await transport.deliver(envelope, mail, AbortSignal.timeout(15_000))).outcome;
  } catch (error) {
    if (error instanceof NotSent) return error.stage;
    throw error;
  } finally {
    transport.close();
  }
};

test.each<[string, Script, string]>([
  ['offers no TLS', { ehlo: ASKS_FOR_A_LOGIN, starttls: '502 not implemented' }, 'no-tls'],
  ['refuses TLS', { ehlo: `250-STARTTLS\r\n${ASKS_FOR_A_LOGIN}`, starttls: '454 not now' }, 'no-tls'],
  ['knows no EHLO', { ehlo: '502 HELO, please' }, 'greeting'],
])('another machine that %s hears neither password nor mail', async (_, script, stage) => {
  server.script = script;
  for (const more of [
    '',
    '?requireTLS=true',
    '?requireTLS=0',
    '?requireTLS=true&ignoreTLS=true',
    '?opportunisticTLS=true',
  ]) {
    expect(await send(`${server.url(LOGIN, ELSEWHERE)}/${more}`)).toBe(stage);
    for (const said of [...AS_SENT, 'AUTH', 'MAIL FROM', 'of the item'])
      expect(server.heard).not.toContain(said);
  }
  expect(server.heard).toMatch(/^EHLO /);
});

test.each(['?requireTLS=false', '?ignoreTLS=true'])(
  'who writes %s is taken at their word, and warned',
  async (off) => {
    server.script = { ehlo: ASKS_FOR_A_LOGIN };
    const url = server.url(LOGIN, ELSEWHERE) + off;
    expect(await send(url)).toBe('sent');
    expect(server.heard).toContain(AS_SENT[2]);
    expect(warningsOf(url)).toEqual([expect.stringContaining('without TLS') as string]);
  },
);

test.each(['127.0.0.1', 'localhost'])('a server on %s needs no TLS', async (host) => {
  expect(await send(server.url(undefined, host))).toBe('sent');
  expect(await send(`${server.url(undefined, host)}?requireTLS=true`)).toBe('no-tls');
});

describe('a server that encrypts', () => {
  const passwords: string[] = [];
  // Its certificate is smtp-server's own, which nobody has signed.
  const encrypting = new SMTPServer({
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      passwords.push(String(password));
      done(null, { user: username });
    },
  });
  let port = 0;
  beforeAll(async () => {
    encrypting.listen(0, '127.0.0.1');
    await once(encrypting.server, 'listening');
    port = (encrypting.server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => {
      encrypting.close(resolve);
    });
  });
  beforeEach(() => {
    passwords.length = 0;
  });

  it('is not told the password when its certificate is nobody’s', async () => {
    expect(await send(`smtp://${LOGIN}@${ELSEWHERE}:${String(port)}`)).toBe('tls');
    expect(passwords).toEqual([]);
  });

  it('is told it unchecked where that is asked for, with a warning', async () => {
    const url = `smtp://${LOGIN}@${ELSEWHERE}:${String(port)}?tls.rejectUnauthorized=false`;
    expect(await send(url)).toBe('sent');
    expect(passwords).toEqual([PASSWORD]);
    expect(warningsOf(url)).toEqual([expect.stringContaining('certificate') as string]);
  });
});

test.each([
  'smtp://mail.example.org:587',
  'smtps://mail.example.org?requireTLS=false',
  'smtp://127.8.9.10?requireTLS=false',
  'smtp://[::1]:25?ignoreTLS=true',
  'smtp://mail.example.org?requireTLS=false&requireTLS=true',
])('%s is warned of in nothing', (url) => {
  expect(warningsOf(url)).toEqual([]);
});

test('no warning holds anything of the URL', () => {
  const url = `smtp://${LOGIN}@mail.example.org?requireTLS=false&tls.rejectUnauthorized=false`;
  expect(warningsOf(url)).toHaveLength(2);
  expect(warningsOf(url).join()).not.toMatch(/office|kept|example/);
});

test.each(['localhost.example.org', '127.0.0.1.example.org'])(
  '%s is another machine, whatever its name begins with',
  (host) => {
    expect(encryptedUrl(`smtp://${host}`)).toBe(`smtp://${host}?requireTLS=true`);
    expect(warningsOf(`smtp://${host}?requireTLS=false`)).toHaveLength(1);
  },
);
