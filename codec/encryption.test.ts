import type { Payload } from '@temporalio/common';
import fc from 'fast-check';
import type { SecretKey, SecretKeys } from '../base/key-lines';
import { EncryptionCodec, isEncrypted, WorkerCodec } from './encryption';

const key = (id: string, byte: number): SecretKey => ({ id, secret: new Uint8Array(32).fill(byte) });
const [OLD, NEW] = [key('k-old', 1), key('k-new', 2)];
const codecOf = (...keys: [SecretKey, ...SecretKey[]]) => new EncryptionCodec(keys, 'default');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const payloadOf = (text: string): Payload => ({
  metadata: { encoding: bytes('json/plain') },
  data: bytes(JSON.stringify(text)),
});

/** As plain bytes, whatever kinds of arrays it is made of. */
const plainOf = ({ metadata, data }: Payload) => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, [...value]])),
  data: [...(data ?? [])],
});

const anyPayload = fc.record({
  metadata: fc.dictionary(fc.string({ minLength: 1 }), fc.uint8Array()),
  data: fc.uint8Array({ maxLength: 2000 }),
});

const encrypted = async (codec: EncryptionCodec, payload: Payload): Promise<Payload> => {
  const [one] = await codec.encode([payload]);
  if (!one) throw new Error('nothing came back');
  return one;
};

test('what is encrypted opens as it was, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPayload, { maxLength: 4 }), async (payloads) => {
      const codec = codecOf(NEW, OLD);
      const closed = await codec.encode(payloads);
      expect(closed.every(isEncrypted)).toBe(payloads.length === closed.length);
      expect((await codec.decode(closed)).map(plainOf)).toEqual(payloads.map(plainOf));
    }),
  );
});

test('neither content nor its encoding is seen, and nothing comes out the same twice', async () => {
  const codec = codecOf(NEW);
  const [one, two] = [await encrypted(codec, payloadOf('甲')), await encrypted(codec, payloadOf('甲'))];
  const seen = Buffer.concat([...Object.values(one.metadata ?? {}), one.data ?? new Uint8Array()]);
  for (const trace of ['甲', 'json/plain']) expect(seen.includes(trace)).toBe(false);
  expect(seen.includes('k-new')).toBe(true);
  expect(plainOf(one)).not.toEqual(plainOf(two));
});

test('it is AES-256-GCM as any library has it: nonce, ciphertext, tag', async () => {
  const { data } = await encrypted(codecOf(NEW), { metadata: {}, data: bytes('x') });
  const inner = 3; // A field of one octet, as protocol buffers write it.
  expect(data).toHaveLength(12 + inner + 16);
});

test('a single changed bit, anywhere, is noticed', async () => {
  const codec = codecOf(NEW);
  const closed = await encrypted(codec, payloadOf('退回补充整改'));
  const { length } = closed.data ?? [];
  await fc.assert(
    fc.asyncProperty(fc.nat(length - 1), fc.nat(7), async (at, bit) => {
      const data = Uint8Array.from(closed.data ?? []);
      data[at] = (data[at] ?? 0) ^ (1 << bit);
      await expect(codec.decode([{ ...closed, data }])).rejects.toMatchObject({ fault: 'damaged' });
    }),
  );
});

test.each([0, 1, 11, 12, 27, 28])('a payload cut to %i octets is noticed', async (size) => {
  const codec = codecOf(NEW);
  const closed = await encrypted(codec, payloadOf('甲'));
  const cut = { ...closed, data: closed.data?.subarray(0, size) ?? null };
  await expect(codec.decode([cut])).rejects.toMatchObject({ fault: 'damaged', keyId: 'k-new' });
  await expect(codec.decode([{ ...closed, data: null }])).rejects.toMatchObject({ fault: 'damaged' });
});

test('what was encrypted for a namespace, or by a key, opens in no other', async () => {
  const closed = await encrypted(codecOf(NEW), payloadOf('甲'));
  const elsewhere = new EncryptionCodec([NEW], 'drills');
  await expect(elsewhere.decode([closed])).rejects.toMatchObject({ fault: 'damaged' });
  const sameId = new EncryptionCodec([key('k-new', 9)], 'default');
  await expect(sameId.decode([closed])).rejects.toMatchObject({ fault: 'damaged' });
  const renamed = {
    ...closed,
    metadata: { ...closed.metadata, 'encryption-key-id': bytes('k-old') },
  };
  const both = codecOf(NEW, { id: 'k-old', secret: NEW.secret });
  await expect(both.decode([renamed])).rejects.toMatchObject({ fault: 'damaged' });
});

test('after a rotation the new key writes, and both sides read what either has written', async () => {
  const [before, after] = [codecOf(OLD, NEW), codecOf(NEW, OLD)];
  const [old, now] = [await encrypted(before, payloadOf('旧')), await encrypted(after, payloadOf('新'))];
  expect(Buffer.from(now.metadata?.['encryption-key-id'] ?? []).toString()).toBe('k-new');
  for (const codec of [before, after])
    expect((await codec.decode([old, now])).map(plainOf)).toEqual(
      [payloadOf('旧'), payloadOf('新')].map(plainOf),
    );
});

test('what is plain is read as it is, by everybody; without keys nothing is encrypted', async () => {
  const without = new EncryptionCodec([], 'default');
  const plain = [payloadOf('甲'), { metadata: null, data: null }];
  expect(await codecOf(NEW).decode(plain)).toEqual(plain);
  expect(await without.decode(plain)).toEqual(plain);
  expect(await without.encode(plain)).toEqual(plain);
});

describe('a reader without the key', () => {
  const keyless: (SecretKeys | readonly [])[] = [[], [OLD]];

  test.each(keyless.map((keys) => [keys]))('is told which it is, and by which setting: %j', async (keys) => {
    const closed = await encrypted(codecOf(NEW), payloadOf('甲'));
    const reading = new EncryptionCodec(keys, 'default').decode([closed]);
    await expect(reading).rejects.toMatchObject({ fault: 'no-key', keyId: 'k-new' });
    await expect(reading).rejects.toThrow(/"k-new".*PAYLOAD_KEYS_FILE/);
  });

  test('is not told what a stranger has put in the place of an id', async () => {
    const closed = await encrypted(codecOf(NEW), payloadOf('甲'));
    const forged = { ...closed, metadata: { ...closed.metadata, 'encryption-key-id': bytes('\u001b[2J甲') } };
    await expect(codecOf(OLD).decode([forged])).rejects.toMatchObject({ keyId: '?' });
  });

  test('that is a worker goes on, with something in an encoding that says so', async () => {
    const closed = await encrypted(codecOf(NEW), payloadOf('甲'));
    const [opened, plain] = await new WorkerCodec([OLD], 'default').decode([closed, payloadOf('乙')]);
    expect(Buffer.from(opened?.metadata?.encoding ?? []).toString()).toMatch(/k-new.*PAYLOAD_KEYS/);
    expect(opened?.data).toEqual(closed.data);
    expect(plain && plainOf(plain)).toEqual(plainOf(payloadOf('乙')));
  });
});
