import { randomBytes } from 'node:crypto';
import { seal, Sealed, unseal } from './sealed';

const SECRET = randomBytes(32);
const PASSPHRASE = '整改 é 1';

const sealedOnce = seal(SECRET, 'label', PASSPHRASE);

test('opens with its passphrase', async () => {
  expect(await unseal(await sealedOnce, 'label', PASSPHRASE)).toEqual(SECRET);
});

test('opens however the keyboard composes the passphrase', async () => {
  expect(await unseal(await sealedOnce, 'label', '整改 e\u0301 1')).toEqual(SECRET);
});

test.each([
  ['another passphrase', {}, 'label', `${PASSPHRASE}1`],
  ['another label', {}, 'Label', PASSPHRASE],
  ['another ciphertext', { ciphertext: randomBytes(32).toString('base64url') }, 'label', PASSPHRASE],
  ['another tag', { tag: randomBytes(16).toString('base64url') }, 'label', PASSPHRASE],
  ['another salt', { salt: randomBytes(16).toString('base64url') }, 'label', PASSPHRASE],
  ['another cost', { N: 2 ** 18 }, 'label', PASSPHRASE],
])('does not open with %s', async (_, change, label, passphrase) => {
  expect(await unseal({ ...(await sealedOnce), ...change }, label, passphrase)).toBeUndefined();
});

test('says in the file how it was sealed, and never the same twice', async () => {
  const [one, two] = [await sealedOnce, await seal(SECRET, 'label', PASSPHRASE)];
  expect(Sealed.parse(one)).toMatchObject({ kdf: 'scrypt', N: 131_072, r: 8, p: 1, cipher: 'aes-256-gcm' });
  expect(two.salt).not.toBe(one.salt);
  expect(two.iv).not.toBe(one.iv);
  expect(two.ciphertext).not.toBe(one.ciphertext);
});

test.each([
  ['a cost that is too low', { N: 2 ** 16 }],
  ['a cost that no machine can pay', { N: 2 ** 40 }],
  ['a cost that scrypt does not know', { N: 2 ** 17 + 1 }],
  ['another derivation', { kdf: 'pbkdf2' }],
  ['another cipher', { cipher: 'aes-256-cbc' }],
  ['a tag cut short', { tag: 'AAAA' }],
])('is not taken with %s', async (_, change) => {
  expect(Sealed.safeParse({ ...(await sealedOnce), ...change }).success).toBe(false);
});
