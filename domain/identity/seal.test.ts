import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { canonical } from '../../base/hash';
import { keyLine, type SecretKeys } from '../../base/key-lines';
import { SEALED, SealKeys, Seals } from './seal';

const key = (id: string, byte: number) => ({ id, secret: new Uint8Array(32).fill(byte) });
const keysOf = (...keys: ReturnType<typeof key>[]): SecretKeys =>
  SealKeys.parse(keys.map(keyLine).join('\n'));
const [OLD, NEW] = [key('k1', 1), key('k2', 2)];

const kind = fc.constantFrom(...SEALED);

describe('a seal', () => {
  test('is an HMAC-SHA-256 that any library makes', () => {
    const content = { to: 'mailbox/p05', posts: [1] };
    const mac = createHmac('sha256', OLD.secret)
      .update(canonical({ kind: 'posts', content }))
      .digest('base64url');
    expect(new Seals(keysOf(OLD)).make('posts', content)).toBe(`k1.${mac}`);
  });

  test('is good for what was sealed, whatever the order of its members', () => {
    const seals = new Seals(keysOf(OLD));
    expect(seals.isGood(seals.make('rows', { a: 1, b: [2] }), 'rows', { b: [2], a: 1 })).toBe(true);
  });

  test('is bad for anything else, and for another kind', () => {
    const seals = new Seals(keysOf(OLD));
    fc.assert(
      fc.property(kind, kind, fc.jsonValue(), fc.jsonValue(), (one, other, content, changed) => {
        fc.pre(one !== other || canonical(content) !== canonical(changed));
        expect(seals.isGood(seals.make(one, content), other, changed)).toBe(false);
      }),
    );
  });

  test.each([undefined, null, 7, {}, '', '.', 'k1', 'k1.', 'k9.AAAA', `k1.${'A'.repeat(43)}`])(
    'that nobody made is bad: %p',
    (seal) => {
      expect(new Seals(keysOf(OLD)).isGood(seal, 'posts', {})).toBe(false);
    },
  );

  test('by an old key opens after the new one seals, and the other way round', () => {
    const [before, after] = [new Seals(keysOf(OLD, NEW)), new Seals(keysOf(NEW, OLD))];
    expect(after.isGood(before.make('receipt', 1), 'receipt', 1)).toBe(true);
    expect(before.isGood(after.make('receipt', 1), 'receipt', 1)).toBe(true);
    expect(after.make('receipt', 1)).toMatch(/^k2\./);
  });
});

describe('keys as text', () => {
  test('may have comments and be separated by commas', () => {
    const text = `# of the workers\n${keyLine(OLD)} # seals,\n,${keyLine(NEW)}`;
    expect(SealKeys.parse(text).map(({ id }) => id)).toEqual(['k1', 'k2']);
  });

  test.each([
    ['nothing', ''],
    ['an id alone', 'k1'],
    ['a secret that is too short', 'k1 AAAA'],
    ['an id twice', `${keyLine(OLD)}\n${keyLine(OLD)}`],
    ['one that is none among others', `${keyLine(OLD)}\nk2 ?`],
  ])('are refused with %s, and never shown', (_, text) => {
    const { error } = SealKeys.safeParse(text);
    expect(error?.issues[0]?.message).toContain('rectify seal-keys');
    expect(error?.message).not.toContain('AQEB');
  });
});
