import { instant } from '../domain/calendar/zone';
import type { SecretKey, SecretKeys } from '../base/key-lines';
import { Seals } from '../domain/identity/seal';
import { StoreFault } from '../store/fault';
import { scratchStore } from '../testing/store';
import { ConfigurationError } from './configuration';
import { checkKeyMarks, checkLater } from './key-marks';

const key = (id: string, fill = id.length): SecretKey => ({ id, secret: new Uint8Array(32).fill(fill) });
const [K1, K2, K3] = [key('k-1', 1), key('k-2', 2), key('k-3', 3)] as const;
/** 06:00 on a day, and so many minutes later. */
const at = (minute: number) => instant(Date.UTC(2026, 11, 1, 6, minute));

const ENCRYPTION = { PLAIN_PAYLOADS: 'no', NEW_PAYLOAD_KEYS: 'no' } as const;

const aStore = async () => {
  const { store } = await scratchStore();
  let minute = 0;
  /** A worker starts with these keys. */
  const starts = (keys: SecretKeys, NEW_SEAL_KEYS: 'yes' | 'no' = 'no') =>
    checkKeyMarks(store, new Seals(keys), { NEW_SEAL_KEYS, ...ENCRYPTION }, at((minute += 1)));
  return { store, starts, marks: () => store.list('mail/@workers') };
};

test('the keys may be rotated in two steps, in whatever order the workers read the file', async () => {
  const { starts, marks } = await aStore();
  await starts([K1, K2]);
  await starts([K1, K2]);
  expect(await marks()).toHaveLength(1);
  await starts([K2, K3, K1]);
  await starts([K1, K2]);
  await starts([K2, K3, K1]);
  expect((await marks()).map((name) => name.slice(-8, -5))).toEqual(['k-1', 'k-2']);
});

test('a worker that has missed the newest key, or has keys of its own, does not start', async () => {
  const { starts, marks } = await aStore();
  await starts([K2, K3, K1]);
  await expect(starts([K1])).rejects.toThrow(/k-2 \(mail\/@workers\/.*k-2\.mark\)[^]*NEW_SEAL_KEYS=yes/);
  await expect(starts([key('k-9', 9)])).rejects.toThrow(ConfigurationError);
  // The same id, but another secret.
  await expect(starts([key('k-2', 9)])).rejects.toThrow(ConfigurationError);
  expect(await marks()).toHaveLength(1);
});

test('it does where the operator says that the keys are lost; from then on nobody starts with the old ones', async () => {
  const { starts } = await aStore();
  await starts([K1, K2]);
  await starts([K3], 'yes');
  await starts([K3]);
  await expect(starts([K1, K2])).rejects.toThrow(ConfigurationError);
});

test('what somebody else lays there is no mark: it stops workers until the operator has looked, and with a time that is yet to come nobody', async () => {
  const { store, starts } = await aStore();
  await starts([K1]);
  await store.put('mail/@workers/20991231T000000Z~k-1.mark', Buffer.from('x'));
  await starts([K1]);
  await store.put('mail/@workers/20261201T060100Z~zzz.mark', Buffer.from('x'));
  await expect(starts([K1])).rejects.toThrow(ConfigurationError);
  await starts([K1], 'yes');
});

test.each([
  ['a little ahead', '20261201T060400Z'],
  ['of just now', '20261201T060100Z'],
])('a junk mark %s does not outlive what the operator has said', async (_, time) => {
  const { store, starts } = await aStore();
  await store.put(`mail/@workers/${time}~zzz.mark`, Buffer.from('x'));
  await expect(starts([K1])).rejects.toThrow(ConfigurationError);
  await starts([K1], 'yes');
  await starts([K1]);
  await expect(starts([K2])).rejects.toThrow(ConfigurationError);
});

test.each(['20261201T062000Z~zzz.mark', '20261201T0600~zzz.mark', '20261201T069999Z~zzz.mark', 'zzz'])(
  'what lies further ahead, or has no time, is no mark: %s',
  async (name) => {
    const { store, starts } = await aStore();
    await store.put(`mail/@workers/${name}`, Buffer.from('x'));
    await starts([K1]);
  },
);

describe('a store that is away', () => {
  test('is said to be: nobody knows then whose keys are in use', async () => {
    const { store } = await aStore();
    const away = Object.create(store, {
      list: { value: () => Promise.reject(new StoreFault('s3://store/', new Error('away'))) },
    }) as typeof store;
    expect(await checkKeyMarks(away, new Seals([K1]), { NEW_SEAL_KEYS: 'no', ...ENCRYPTION }, at(1))).toBe(
      false,
    );
  });

  const asking = (answers: (boolean | Error)[]) => {
    const until = new AbortController();
    const stop = jest.fn();
    const ask = jest.fn(() => {
      const answer = answers.shift() ?? true;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
    return { ask, stop, until, done: checkLater(ask, { everyMs: 1, until: until.signal, stop }) };
  };

  test('is asked again until it answers', async () => {
    const { ask, stop, done } = asking([false, false, true]);
    expect(await done).toBeUndefined();
    expect([ask.mock.calls.length, stop.mock.calls.length]).toEqual([3, 0]);
  });

  test('has the worker stopped whose keys turn out to be others', async () => {
    const fault = new ConfigurationError('other keys');
    const { stop, done } = asking([false, fault]);
    expect(await done).toBe(fault);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  test('is asked no more once the worker ends', async () => {
    const { ask, stop, until, done } = asking(Array.from({ length: 1000 }, () => false));
    until.abort();
    expect(await done).toBeUndefined();
    expect([ask.mock.calls.length, stop.mock.calls.length]).toEqual([0, 0]);
  });
});
