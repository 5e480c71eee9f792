import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_SEAL_KEYS } from '../testing/seals';
import { ConfigurationError, readConfiguration } from './configuration';

const GOOD = {
  STORE: 'file:///var/lib/rectify',
  SMTP_URL: 'smtp://mail.example.org:587',
  SEAL_KEYS: TEST_SEAL_KEYS,
};

const messageOf = (environment: Record<string, string>): string => {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  throw new Error('the environment was taken');
};

test('what is not said has a default', () => {
  expect(readConfiguration({ ...GOOD, TASK_QUEUE: '' })).toMatchObject({
    TASK_QUEUE: 'rectify',
    SMTP_CONNECTIONS: 5,
    SHUTDOWN_GRACE: 20,
    MAIL_FROM: { name: '整改办' },
  });
});

test('a sender is a name and an address', () => {
  const { MAIL_FROM } = readConfiguration({ ...GOOD, MAIL_FROM: '"整改办" <office@example.org>' });
  expect(MAIL_FROM).toEqual({ name: '整改办', address: 'office@example.org' });
});

test.each(['file:///var/lib/rectify', 's3://bucket', 's3://bucket/prefix'])(
  'the store may be %s',
  (STORE) => {
    expect(readConfiguration({ ...GOOD, STORE }).STORE).toBe(STORE);
  },
);

test('all faults are listed in one error', () => {
  const message = messageOf({
    STORE: 'https://example.org/store',
    MAIL_FROM: 'a@example.org, b@example.org',
    SMTP_CONNECTIONS: 'many',
  });
  for (const name of ['STORE', 'SMTP_URL', 'MAIL_FROM', 'SMTP_CONNECTIONS'])
    expect(message).toMatch(new RegExp(`^ {2}${name}: .`, 'm'));
  expect(message).toContain('SMTP_URL: is not set');
});

test('a password in a faulty URL is not shown', () => {
  expect(messageOf({ ...GOOD, SMTP_URL: 'http://user:secret@mail.example.org' })).not.toContain('secret');
});

describe('a secret', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rectify-secrets-'));
  const file = path.join(folder, 'seal-keys');
  writeFileSync(file, `${TEST_SEAL_KEYS}\n`);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const { SEAL_KEYS: _, ...rest } = GOOD;

  test('may stand in a file', () => {
    expect(readConfiguration({ ...rest, SEAL_KEYS_FILE: file }).SEAL_KEYS[0].id).toBe('test-1');
  });

  test('that is the password of the mail server takes its place in the URL, whatever is in it', () => {
    const SMTP_URL = 'smtp://office@mail.example.org:587?requireTLS=true';
    const SMTP_PASSWORD = 'p@ss/w:rd?#%41 码';
    const { username, password, host, search } = new URL(
      readConfiguration({ ...GOOD, SMTP_URL, SMTP_PASSWORD }).SMTP_URL,
    );
    expect([username, decodeURIComponent(password)]).toEqual(['office', SMTP_PASSWORD]);
    expect([host, search]).toEqual(['mail.example.org:587', '?requireTLS=true']);
  });

  test.each(['smtp://mail.example.org', 'smtp://office:other@mail.example.org'])(
    'that is a password has no place in %s',
    (SMTP_URL) => {
      const message = messageOf({ ...GOOD, SMTP_URL, SMTP_PASSWORD: 'hidden' });
      expect(message).toContain('SMTP_PASSWORD: needs a user in SMTP_URL');
      expect(message).not.toMatch(/hidden|other/);
    },
  );

  test('is not given twice', () => {
    expect(messageOf({ ...GOOD, SEAL_KEYS_FILE: file })).toContain(
      'SEAL_KEYS: is set, and SEAL_KEYS_FILE too',
    );
  });

  test('in a file that cannot be read is one fault, which names the file', () => {
    const message = messageOf({ ...rest, SEAL_KEYS_FILE: `${file}.gone` });
    expect(message).toMatch(/SEAL_KEYS_FILE: .*gone cannot be read \(ENOENT\)$/);
    expect(message).not.toContain('is not set');
  });

  test('whose file is empty is one fault, which says so', () => {
    const empty = path.join(folder, 'empty');
    writeFileSync(empty, ' \n');
    const message = messageOf({ ...rest, SEAL_KEYS_FILE: empty });
    expect(message).toMatch(/SEAL_KEYS_FILE: .*empty is empty$/);
    expect(message).not.toContain('is not set');
  });

  test('that is missing is told with how to make it, in both languages', () => {
    const message = messageOf(rest);
    expect(message).toContain('SEAL_KEYS: is not set; make the keys with "rectify seal-keys FILE"');
    expect(message).toContain('请用 rectify seal-keys');
  });

  test('that is none is not shown', () => {
    expect(messageOf({ ...rest, SEAL_KEYS: 'k1 secret' })).not.toContain('secret\n');
  });
});
