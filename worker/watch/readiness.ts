import { reasonOf } from '../../base/reason';
import type { Build } from '../build';
import { type CheckName, CHECKS, inEveryLanguage } from '../language';

/** `found`: what there is, or what is wrong; `todo`: what to do then, in every language. Nothing of any item is in it. */
export type Check = { name: CheckName; ok: boolean; found?: string; todo?: string };
export type Readiness = { status: 'ready' | 'unready'; build: Build; checks: Check[] };

/** Each resolves to what there is, if that is worth a word, or fails with what is wrong. */
export type Looks = Record<CheckName, () => Promise<string | undefined>>;

/** How long an answer counts as of now, in ms: whoever asks more often puts no load on server and store. */
const FRESH = 5_000;
/** How long a check may take, in ms; the store's is the longest, on a network disk that hangs for ever. */
const PATIENCE = 10_000;

const within = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(PATIENCE / 1000)} s`));
    }, PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

const checked = async (name: CheckName, look: Looks[CheckName]): Promise<Check> => {
  try {
    const found = await within(look());
    return { name, ok: true, ...(found !== undefined && { found }) };
  } catch (error) {
    return { name, ok: false, found: reasonOf(error), todo: inEveryLanguage(({ todo }) => todo[name]) };
  }
};

/** Looks whether a worker can do its work; asked by several at once it looks once. `then`: is told each time it has looked. */
export const readiness = (
  looks: Looks,
  build: Build,
  then: (found: Readiness) => void,
): (() => Promise<Readiness>) => {
  let last: { at: number; found: Promise<Readiness> } | undefined;
  const look = async (): Promise<Readiness> => {
    const checks = await Promise.all(CHECKS.map((name) => checked(name, looks[name])));
    const found: Readiness = {
      status: checks.every(({ ok }) => ok) ? 'ready' : 'unready',
      build,
      checks,
    };
    then(found);
    return found;
  };
  return () => {
    const now = Date.now();
    if (!last || now - last.at >= FRESH) last = { at: now, found: look() };
    return last.found;
  };
};
