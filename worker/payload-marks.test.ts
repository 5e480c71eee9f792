import type { SecretKey, SecretKeys } from '../base/key-lines';
import { Seals } from '../domain/identity/seal';
import { scratchStore } from '../testing/store';
import { ConfigurationError } from './configuration';
import { checkPayloadMarks } from './payload-marks';

const key = (id: string, fill: number): SecretKey => ({ id, secret: new Uint8Array(32).fill(fill) });
const [S1, S2] = [key('s-1', 1), key('s-2', 2)];
const [P1, P2, P3, P9] = [key('p-1', 3), key('p-2', 4), key('p-3', 5), key('p-9', 9)];

const aStore = async () => {
  const { store } = await scratchStore();
  /** A worker starts with these keys of payloads, and of seals. */
  const starts = (
    PAYLOAD_KEYS: SecretKeys | undefined,
    seals: SecretKeys = [S1],
    said: Partial<Record<'PLAIN_PAYLOADS' | 'NEW_PAYLOAD_KEYS', 'yes'>> = {},
  ) =>
    checkPayloadMarks(store, new Seals(seals), {
      PAYLOAD_KEYS,
      PLAIN_PAYLOADS: 'no',
      NEW_PAYLOAD_KEYS: 'no',
      ...said,
    });
  return { store, starts, marks: () => store.list('mail/@encrypting') };
};

test('a worker without keys starts where nobody encrypts, and not where somebody does', async () => {
  const { starts, marks } = await aStore();
  await starts(undefined);
  expect(await marks()).toEqual([]);
  await starts([P1]);
  await expect(starts(undefined)).rejects.toThrow(ConfigurationError);
  await expect(starts(undefined)).rejects.toThrow(/p-1~s-1\.mark[^]*PLAIN_PAYLOADS=yes/);
  await starts([P1]);
  expect(await marks()).toHaveLength(1);
});

test('it does where the operator says that nothing is to be encrypted any more', async () => {
  const { starts } = await aStore();
  await starts([P1]);
  await starts(undefined, [S1], { PLAIN_PAYLOADS: 'yes' });
});

test('keys of payloads and of seals may be changed, in whatever order', async () => {
  const { starts, marks } = await aStore();
  await starts([P1]);
  await starts([P2, P1]);
  await starts([P2, P1], [S2, S1]);
  expect(await marks()).toHaveLength(3);
  await expect(starts(undefined, [S2])).rejects.toThrow(/p-2~s-2/);
});

test('a worker that has none of the keys of the others does not start, and is told both', async () => {
  const { starts, marks } = await aStore();
  await starts([P1]);
  await expect(starts([P9, P3])).rejects.toThrow(ConfigurationError);
  await expect(starts([P9, P3])).rejects.toThrow(/p-1[^]*只有 p-9, p-3[^]*p-1[^]*NEW_PAYLOAD_KEYS=yes/);
  expect(await marks()).toHaveLength(1);
});

test('keys are changed as the guide says: each next one comes into use beside those that open, old ones go in the end', async () => {
  const { starts } = await aStore();
  await starts([P1, P2]);
  // Two changes before this worker was started again.
  await starts([P3, P2, P1]);
  // Whoever has the file of before can go on.
  await starts([P1, P2]);
  await starts([P3]);
});

test('other keys are taken where the operator says so, once', async () => {
  const { starts } = await aStore();
  await starts([P1]);
  await starts([P9], [S1], { NEW_PAYLOAD_KEYS: 'yes' });
  await starts([P9]);
});

test('whatever many others lay there, a start looks into some of it', async () => {
  const { store, starts } = await aStore();
  await starts([P1]);
  await Promise.all(
    Array.from({ length: 520 }, (_, no) => store.put(`mail/@encrypting/a-${no}~s-1.mark`, Buffer.from('x'))),
  );
  const get = jest.spyOn(store, 'get');
  await starts([P1]);
  await expect(starts([P9])).rejects.toThrow(ConfigurationError);
  await expect(starts(undefined)).rejects.toThrow(ConfigurationError);
  await Promise.all(
    Array.from({ length: 520 }, (_, no) => store.put(`mail/@encrypting/z-${no}~s-1.mark`, Buffer.from('x'))),
  );
  get.mockClear();
  await starts(undefined);
  expect(get).toHaveBeenCalledTimes(500);
});

test.each(['p-1~s-1.mark', 'zzz', 'p-9~s-1.mark'])(
  'what somebody else lays there stops nobody: %s',
  async (name) => {
    const { store, starts } = await aStore();
    await store.put(`mail/@encrypting/${name}`, Buffer.from('x'));
    await starts(undefined);
    await starts([P1]);
    await expect(starts(undefined)).rejects.toThrow(ConfigurationError);
  },
);
