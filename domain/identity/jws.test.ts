import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { canonical } from '../../base/hash';
import { decodeBase64url } from '../../base/base64url';
import { RFC_KEY, signed, signedAsIs } from '../../testing/keys';
import {
  headerFor,
  type JwsFault,
  kidOf,
  MAX_PAYLOAD,
  parseJws,
  payloadIn,
  signingInput,
  verifyJws,
} from './jws';
import { thumbprint } from './key';

const HEADER = canonical(headerFor(RFC_KEY.kid));
const OTHER_KEY = { x: RFC_KEY.kid, kid: thumbprint(RFC_KEY.kid) };
const COMMAND = { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', item: '2021-03/1.2', opinion: '同意销号' };

const faultOf = (text: string): JwsFault | undefined => {
  const result = verifyJws(text, RFC_KEY);
  return 'fault' in result ? result.fault : undefined;
};

const anyCommand = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }),
);

describe('what was signed', () => {
  test('is read back', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        const result = verifyJws(signed(command), RFC_KEY);
        expect('payload' in result && canonical(result.payload)).toBe(canonical(command));
      }),
    );
  });

  test('is good for another implementation too', () => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: RFC_KEY.x }, format: 'jwk' });
    fc.assert(
      fc.property(anyCommand, (command) => {
        const [header = '', payload = '', signature = ''] = signed(command).split('.');
        const input = Buffer.from(`${header}.${payload}`);
        expect(verify(null, input, key, Buffer.from(signature, 'base64url'))).toBe(true);
        expect(Buffer.from(payload, 'base64url').toString()).toBe(canonical(command));
      }),
    );
  });

  test('has one form, however the command was put together', () => {
    const reversed = Object.fromEntries(Object.entries(COMMAND).reverse());
    expect(signed(reversed)).toBe(signed(COMMAND));
  });

  test('can be looked at without a key', () => {
    expect(parseJws(signed(COMMAND))).toMatchObject({
      header: { alg: 'EdDSA', kid: RFC_KEY.kid, typ: 'rectify-command+jws' },
      payload: canonical(COMMAND),
    });
    expect(kidOf(signed(COMMAND))).toBe(RFC_KEY.kid);
    expect(payloadIn(signed(COMMAND))).toEqual({ payload: COMMAND });
    expect(kidOf('no JWS')).toBeUndefined();
    expect(payloadIn(signed(COMMAND), 'opening')).toEqual({ fault: 'wrong-header' });
  });

  test('is for the key that it names', () => {
    expect(verifyJws(signed(COMMAND), OTHER_KEY)).toEqual({ fault: 'unknown-key' });
    expect(verifyJws(signed(COMMAND), { ...OTHER_KEY, kid: RFC_KEY.kid })).toEqual({
      fault: 'bad-signature',
    });
  });
});

describe('what was tampered with is refused', () => {
  const good = signed(COMMAND);
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const strange = fc.constantFrom(...Array.from(`${ALPHABET}.=+/ \n\0字`));
  const place = fc.nat(good.length - 1);

  test('with the smallest change, at every place', () => {
    const changed = Array.from(good, (character, at) => {
      const other = ALPHABET.charAt(ALPHABET.indexOf(character) ^ 1) || 'A';
      return good.slice(0, at) + other + good.slice(at + 1);
    });
    expect(changed.filter((text) => faultOf(text) === undefined)).toEqual([]);
  });

  test('with any character in the place of another', () => {
    fc.assert(
      fc.property(place, strange, (at, character) => {
        fc.pre(good[at] !== character);
        expect(faultOf(good.slice(0, at) + character + good.slice(at + 1))).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('with a character more', () => {
    fc.assert(
      fc.property(fc.nat(good.length), strange, (at, character) => {
        expect(faultOf(good.slice(0, at) + character + good.slice(at))).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  test('with some characters less', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 50 }), (at, count) => {
        expect(faultOf(good.slice(0, at) + good.slice(at + count))).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  test('with a part of another signed command', () => {
    const parts = good.split('.');
    const others = signed({ ...COMMAND, item: '2021-03/1.3' }).split('.');
    const mixed = (at: number) => parts.map((part, n) => (n === at ? others[n] : part)).join('.');
    expect(faultOf(mixed(1))).toBe('bad-signature');
    expect(faultOf(mixed(2))).toBe('bad-signature');
  });
});

test('anything that is not a signed command is a fault, never an error', () => {
  const part = fc.oneof(
    fc.string().map((text) => Buffer.from(text).toString('base64url')),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
    fc.constant(Buffer.from(HEADER).toString('base64url')),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 5 }).map((p) => p.join('.')),
  );
  fc.assert(
    fc.property(text, (given) => faultOf(given) !== undefined),
    { numRuns: 1000 },
  );
});

describe('a header other than ours is refused, truly signed as it may be:', () => {
  const { kid } = RFC_KEY;
  const typ = 'rectify-command+jws';

  test.each<[string, unknown, JwsFault]>([
    ['no algorithm', { kid, typ }, 'wrong-algorithm'],
    ['none', { alg: 'none', kid, typ }, 'wrong-algorithm'],
    ['HS256', { alg: 'HS256', kid, typ }, 'wrong-algorithm'],
    ['ES256', { alg: 'ES256', kid, typ }, 'wrong-algorithm'],
    ['lower case', { alg: 'eddsa', kid, typ }, 'wrong-algorithm'],
    ['a list of algorithms', { alg: ['EdDSA'], kid, typ }, 'wrong-algorithm'],
    ['no key', { alg: 'EdDSA', typ }, 'wrong-header'],
    ['a key that is no thumbprint', { alg: 'EdDSA', kid: 'my-key', typ }, 'wrong-header'],
    ['no type', { alg: 'EdDSA', kid }, 'wrong-header'],
    ['another type', { alg: 'EdDSA', kid, typ: 'JWT' }, 'wrong-header'],
    ['crit', { alg: 'EdDSA', crit: ['exp'], exp: 1, kid, typ }, 'wrong-header'],
    ['b64', { alg: 'EdDSA', b64: false, crit: ['b64'], kid, typ }, 'wrong-header'],
    ['a key of its own', { alg: 'EdDSA', jwk: { kty: 'OKP' }, kid, typ }, 'wrong-header'],
    ['another key', { alg: 'EdDSA', kid: OTHER_KEY.kid, typ }, 'unknown-key'],
    ['no object', 'EdDSA', 'malformed'],
    ['null', null, 'malformed'],
  ])('%s', (_, header, fault) => {
    expect(faultOf(signedAsIs(canonical(header), canonical(COMMAND)))).toBe(fault);
  });

  test.each([
    ['a space', HEADER.replace('{', '{ '), 'not-canonical'],
    ['another order', `{"typ":"${typ}","kid":"${kid}","alg":"EdDSA"}`, 'not-canonical'],
    ['an algorithm twice', HEADER.replace('{', '{"alg":"none",'), 'not-canonical'],
    ['no JSON', 'EdDSA', 'malformed'],
    ['a byte order mark', `\ufeff${HEADER}`, 'malformed'],
  ])('%s', (_, header, fault) => {
    expect(faultOf(signedAsIs(header, canonical(COMMAND)))).toBe(fault);
  });
});

describe('a payload that is not in the one form is refused, truly signed as it is:', () => {
  test.each<[string, string | Uint8Array, JwsFault]>([
    ['another order', '{"b":1,"a":2}', 'not-canonical'],
    ['a name twice', '{"a":1,"a":1}', 'not-canonical'],
    ['a space', '{"a": 1}', 'not-canonical'],
    ['half of a surrogate pair', String.raw`{"a":"\ud83d"}`, 'not-canonical'],
    ['no JSON', 'Example of Ed25519 signing', 'not-canonical'],
    ['a byte order mark', '\ufeff{"a":1}', 'malformed'],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'malformed'],
    ['nothing', '', 'malformed'],
  ])('%s', (_, payload, fault) => {
    expect(faultOf(signedAsIs(HEADER, payload))).toBe(fault);
  });
});

test('a signature of another length is none', () => {
  const input = signingInput(headerFor(RFC_KEY.kid), COMMAND);
  expect(faultOf(`${input}.${'A'.repeat(84)}`)).toBe('malformed');
  expect(faultOf(`${input}.`)).toBe('malformed');
  expect(faultOf(input)).toBe('malformed');
});

describe('size', () => {
  const text = (length: number) => '整'.repeat(length);

  test('the two longest texts of a command have room', () => {
    const command = { ...COMMAND, opinion: text(10_000), missing: text(10_000) };
    expect(faultOf(signed(command))).toBeUndefined();
  });

  test('the last byte that fits is taken, the next is not', () => {
    const filled = (bytes: number) => ({ a: 'a'.repeat(bytes - canonical({ a: '' }).length) });
    expect(faultOf(signed(filled(MAX_PAYLOAD)))).toBeUndefined();
    expect(() => signed(filled(MAX_PAYLOAD + 1))).toThrow(RangeError);
    expect(faultOf(signedAsIs(HEADER, canonical(filled(MAX_PAYLOAD + 1))))).toBe('too-large');
  });

  test('what is far too long is not even looked at', () => {
    expect(faultOf('A'.repeat(10_000_000))).toBe('too-large');
  });
});

test('what is not Unicode cannot be signed', () => {
  expect(() => signed({ opinion: '\ud83d' })).toThrow(TypeError);
});

test('the signing input is ASCII, two parts of base64url', () => {
  const [header = '', payload = '', ...rest] = signingInput(headerFor(RFC_KEY.kid), COMMAND).split('.');
  expect(decodeBase64url(header)).toEqual(new Uint8Array(Buffer.from(HEADER)));
  expect(decodeBase64url(payload)).toEqual(new Uint8Array(Buffer.from(canonical(COMMAND))));
  expect(rest).toEqual([]);
});
