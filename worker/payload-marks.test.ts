import type { SecretKey, SecretKeys } from '../base/key-lines';
import { Seals } from '../domain/identity/seal';
import { scratchStore } from '../testing/store';
import { ConfigurationError } from './configuration';
import { checkPayloadMarks } from './payload-marks';

const key = (id: string, fill: number): SecretKey => ({ id, secret: new Uint8Array(32).fill(fill) });
const [S1, S2] = [key('s-1', 1), key('s-2', 2)];
const [P1, P2] = [key('p-1', 3), key('p-2', 4)];

const aStore = async () => {
  const { store } = await scratchStore();
  /** A worker starts with these keys of payloads, and of seals. */
  const starts = (
    PAYLOAD_KEYS: SecretKeys | undefined,
    seals: SecretKeys = [S1],
    PLAIN_PAYLOADS: 'yes' | 'no' = 'no',
  ) => checkPayloadMarks(store, new Seals(seals), { PAYLOAD_KEYS, PLAIN_PAYLOADS });
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
  await starts(undefined, [S1], 'yes');
});

test('keys of payloads and of seals may be changed, in whatever order', async () => {
  const { starts, marks } = await aStore();
  await starts([P1]);
  await starts([P2, P1]);
  await starts([P2, P1], [S2, S1]);
  expect(await marks()).toHaveLength(3);
  await expect(starts(undefined, [S2])).rejects.toThrow(/p-2~s-2/);
});

test.each(['p-1~s-1.mark', 'zzz', 'p-9~s-1.mark'])(
  'what somebody else lays there stops nobody: %s',
  async (name) => {
    const { store, starts } = await aStore();
    await store.put(`mail/@encrypting/${name}`, Buffer.from('x'));
    await starts(undefined);
  },
);
