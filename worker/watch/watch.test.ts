import { watch } from './watch';

const logger = () => {
  const lines: string[] = [];
  const note = (message: string) => {
    lines.push(message);
  };
  return { lines, warn: note, info: note };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what fails is said once, and once more when it works again', async () => {
  const log = logger();
  let isDown = false;
  const work = () => (isDown ? Promise.reject(new Error('away')) : Promise.resolve());
  const stop = watch([{ name: 'counting', everyMs: 1000, work }], log);
  await jest.advanceTimersByTimeAsync(1000);
  isDown = true;
  await jest.advanceTimersByTimeAsync(3000);
  isDown = false;
  await jest.advanceTimersByTimeAsync(2000);
  stop();
  expect(log.lines).toEqual(['counting does not work; it is tried again', 'counting works again']);
});

test('what takes longer than its interval is not begun a second time', async () => {
  let begun = 0;
  const work = () => {
    begun += 1;
    return new Promise<void>(() => undefined);
  };
  const stop = watch([{ name: 'counting', everyMs: 1000, work }], logger());
  await jest.advanceTimersByTimeAsync(5000);
  stop();
  expect(begun).toBe(1);
});

test('nothing is done any more once it was stopped', async () => {
  let begun = 0;
  const work = () => Promise.resolve((begun += 1));
  watch([{ name: 'counting', everyMs: 1000, work }], logger())();
  await jest.advanceTimersByTimeAsync(5000);
  expect(begun).toBe(1);
});
