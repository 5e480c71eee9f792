import { CHECKS } from '../language';
import { type Looks, readiness } from './readiness';

const BUILD = { version: '0.1.0', build: 'abc' };
const looksWith = (changed: Partial<Looks>): Looks =>
  ({
    ...Object.fromEntries(CHECKS.map((name) => [name, () => Promise.resolve(undefined)])),
    ...changed,
  }) as Looks;

test('a worker is ready where every check is well, and says which build it is', async () => {
  const { status, build, checks } = await readiness(looksWith({}), BUILD, () => undefined)();
  expect(status).toBe('ready');
  expect(build).toEqual(BUILD);
  expect(checks.map(({ name, ok, todo }) => [name, ok, todo])).toEqual(
    CHECKS.map((name) => [name, true, undefined]),
  );
});

test('one check that fails makes it unready, with what is wrong and what to do, Chinese first', async () => {
  const store = () => Promise.reject(new Error('ENOSPC'));
  const { status, checks } = await readiness(looksWith({ store }), BUILD, () => undefined)();
  expect(status).toBe('unready');
  const failed = checks.filter(({ ok }) => !ok);
  expect(failed).toMatchObject([{ name: 'store', found: 'ENOSPC' }]);
  expect(failed[0]?.todo).toMatch(/^请检查存储.*Check the mount/);
});

test('many who ask at once have it looked once', async () => {
  let looked = 0;
  const ask = readiness(looksWith({}), BUILD, () => {
    looked += 1;
  });
  await Promise.all([ask(), ask(), ask()]);
  expect(looked).toBe(1);
});

test('a check that never ends does not hold up the answer for ever', async () => {
  jest.useFakeTimers();
  try {
    const server = () => new Promise<never>(() => undefined);
    const asked = readiness(looksWith({ server }), BUILD, () => undefined)();
    await jest.advanceTimersByTimeAsync(10_000);
    const { checks } = await asked;
    expect(checks.find(({ ok }) => !ok)).toMatchObject({ name: 'server', found: 'no answer within 10 s' });
  } finally {
    jest.useRealTimers();
  }
});
