import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { instant } from '../../domain/calendar/zone';
import { canonical } from '../../base/hash';
import { openSigned, PublicKey, thumbprint, verifyJws } from '../../domain/identity';
import { generateKey, keyFrom, secretOf, sign } from './signing-key';
import { inRepository } from '../../testing/repository';

// RFC 8037, appendix A.1.
const D = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
const X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const COMMAND = { item: '2021-03/1.2', opinion: '同意销号', cycle: 1 };

/** Runs a script with the `jose` package, an independent implementation, in a process of its own: it is ESM only. */
const withJose = async (script: string, ...given: unknown[]): Promise<unknown> => {
  const begin = `import * as jose from 'jose'; const given = JSON.parse(process.argv[1]);`;
  const end = `console.log(JSON.stringify(answer));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', `${begin}${script}${end}`, JSON.stringify(given)],
    { cwd: inRepository() },
  );
  return JSON.parse(stdout);
};

describe('a new key', () => {
  test('goes into the roster by its public half', () => {
    const { kid, x } = generateKey();
    expect(PublicKey.parse({ kid, x, from: 0 })).toMatchObject({ kid: thumbprint(x), x });
  });

  test('has a name that no command line takes for an option', () => {
    const names = Array.from({ length: 500 }, () => generateKey().kid);
    expect(names.filter((kid) => kid.startsWith('-'))).toEqual([]);
  });

  test('is another each time', () => {
    expect(generateKey().kid).not.toBe(generateKey().kid);
  });

  test('is the same again when it is put together from its halves', () => {
    const key = generateKey();
    expect(keyFrom(key.x, secretOf(key))?.kid).toBe(key.kid);
  });
});

test.each([
  ['halves of two keys', generateKey().x, D],
  ['no secret', X, ''],
  ['a short secret', X, D.slice(1)],
  ['no base64url', X, '='.repeat(43)],
])('%s make no key', (_, x, d) => {
  expect(keyFrom(x, d)).toBeUndefined();
});

describe('a command that is signed', () => {
  const key = generateKey();

  test('is opened by the public key', () => {
    const keys = [PublicKey.parse({ kid: key.kid, x: key.x, from: 0 })];
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: 'binary' })), (command) => {
        const opened = openSigned(sign(command, key), keys, instant(1));
        expect('payload' in opened && canonical(opened.payload)).toBe(canonical(command));
      }),
    );
  });

  test('is not opened by the key of another', () => {
    const { kid, x } = generateKey();
    expect(verifyJws(sign(COMMAND, key), { kid, x })).toEqual({ fault: 'unknown-key' });
    expect(verifyJws(sign(COMMAND, key), { kid: key.kid, x })).toEqual({ fault: 'bad-signature' });
  });

  test('gives the same signature each time, so that sending it again changes nothing', () => {
    expect(sign(COMMAND, key)).toBe(sign(COMMAND, key));
  });

  test('leaves out what is undefined, as JSON does', () => {
    expect(sign({ ...COMMAND, onBehalfOf: undefined }, key)).toBe(sign(COMMAND, key));
  });
});

describe('jose, another implementation,', () => {
  test('verifies what is signed here, and names the key as we do', async () => {
    const key = generateKey();
    const script = `
      const [jws, x] = given;
      const jwk = { kty: 'OKP', crv: 'Ed25519', x };
      const { payload, protectedHeader } = await jose.compactVerify(jws, await jose.importJWK(jwk, 'EdDSA'));
      const kid = await jose.calculateJwkThumbprint(jwk);
      const answer = { header: protectedHeader, payload: new TextDecoder().decode(payload), kid };`;
    expect(await withJose(script, sign(COMMAND, key), key.x)).toEqual({
      header: { alg: 'EdDSA', kid: key.kid, typ: 'rectify-command+jws' },
      payload: canonical(COMMAND),
      kid: key.kid,
    });
  });

  test('signs what is verified here', async () => {
    const script = `
      const [payload, jwk, header] = given;
      const signer = new jose.CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header);
      const answer = await signer.sign(await jose.importJWK(jwk, 'EdDSA'));`;
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: X, d: D };
    const header = { alg: 'EdDSA', kid: thumbprint(X), typ: 'rectify-command+jws' };
    const jws = String(await withJose(script, canonical(COMMAND), jwk, header));
    expect(verifyJws(jws, { kid: thumbprint(X), x: X })).toEqual({ payload: COMMAND });
  });

  test('sees that a signed command was changed', async () => {
    const key = generateKey();
    const [header = '', , signature = ''] = sign(COMMAND, key).split('.');
    const payload = Buffer.from(canonical({ ...COMMAND, cycle: 2 })).toString('base64url');
    const script = `
      const [jws, x] = given;
      const key = await jose.importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
      const answer = await jose.compactVerify(jws, key).then(() => 'good', ({ code }) => code);`;
    expect(await withJose(script, `${header}.${payload}.${signature}`, key.x)).toBe(
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    );
  });
});
