import type { Seals } from '../domain/identity/seal';
import { type Instant, instant } from '../domain/calendar/zone';
import { slotName } from '../domain/ladder/notice';
import type { Language } from '../domain/round/roster';
import { StoreFault } from '../store/fault';
import type { Store } from '../store/store';
import { type Configuration, ConfigurationError } from './configuration';

/*
 * A worker with other keys than its fellows would drop what they tell one another, and put their receipts aside. So each key
 * leaves a mark in the store when it first seals, and no worker starts that does not know the newest.
 */

/** So far may the clocks of two workers differ, in milliseconds. */
const SKEW_MS = 3_600_000;

/** No person has this name. */
const FOLDER = 'mail/@workers';

const OTHER_KEYS: Record<Language, (key: string, mark: string) => string> = {
  'zh-CN': (key, mark) =>
    `此存储的 worker 以密钥 ${key} 加封（${mark}），而 SEAL_KEYS 中没有这把密钥，worker 没有启动：所有 worker 须使用同一份密钥文件，请改用其他 worker 的文件，或从备份恢复。密钥确已丢失的，设 NEW_SEAL_KEYS=yes 启动一次，此前加封的消息和回执随即失效。`,
  en: (key, mark) =>
    `The workers of this store seal with the key ${key} (${mark}), which is not in SEAL_KEYS, so this one has not started: all workers must have the same key file. Use that of the other workers, or restore it from the backup. If the keys are lost, start it once with NEW_SEAL_KEYS=yes: messages and receipts sealed before no longer count.`,
};

/** The id of the key, and its seal. */
const MARK = /~(?<key>[a-z0-9-]+)\.mark$/;

const keyOf = (name: string): string => MARK.exec(name)?.groups?.key ?? '?';

/** Whether one of our keys has made this mark: an id can be the same by chance, or be written by somebody else. */
const isOurs = async (store: Store, seals: Seals, name: string): Promise<boolean> =>
  seals.isGood(String(await store.get(name)), 'key-mark', { key: keyOf(name) });

/** The marks that have been made, oldest first: one of a time that is yet to come has been made by nobody. */
const marksUntil = async (store: Store, last: Instant): Promise<string[]> =>
  (await store.list(FOLDER)).filter((name) => name < `${FOLDER}/${slotName(last)}`);

const mark = (store: Store, seals: Seals, now: Instant): Promise<void> => {
  const key = seals.keyId;
  return store.put(`${FOLDER}/${slotName(now)}~${key}.mark`, Buffer.from(seals.make('key-mark', { key })));
};

const check = async (
  store: Store,
  seals: Seals,
  { NEW_SEAL_KEYS }: Pick<Configuration, 'NEW_SEAL_KEYS'>,
  now: Instant,
): Promise<void> => {
  const names = await marksUntil(store, instant(now + SKEW_MS));
  const newest = names.at(-1);
  const isKnown = newest === undefined || (await isOurs(store, seals, newest));
  if (!isKnown && NEW_SEAL_KEYS === 'no')
    throw new ConfigurationError(
      Object.values(OTHER_KEYS)
        .map((say) => say(keyOf(newest), newest))
        .join('\n'),
    );
  if (!isKnown || !names.some((name) => keyOf(name) === seals.keyId)) await mark(store, seals, now);
};

/**
 * Makes sure that this worker knows the key that was the last to come into use, and leaves a mark of its own. What a store
 * that is away holds cannot be known; the activities wait for it.
 * @throws ConfigurationError where the workers of the store have other keys, and the operator has not said that these are lost
 */
export const checkKeyMarks = async (...args: Parameters<typeof check>): Promise<void> => {
  try {
    await check(...args);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
  }
};
