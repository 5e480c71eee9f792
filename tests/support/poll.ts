import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is one, at most `seconds`; the error says what was waited for. */
export const poll = async <T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  seconds = 60,
): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await sleep(100);
  }
  throw new Error(`waited ${seconds} s in vain for: ${what}`, { cause: last });
};
