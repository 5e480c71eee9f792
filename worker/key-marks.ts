import { setTimeout } from 'node:timers/promises';
import type { Seals } from '../domain/identity/seal';
import { type Instant, instant } from '../domain/calendar/zone';
import { slotName } from '../domain/ladder/notice';
import type { Language } from '../domain/round/roster';
import { StoreFault } from '../store/fault';
import type { Store } from '../store/store';
import { type Configuration, ConfigurationError } from './configuration';
import { checkPayloadMarks } from './payload-marks';

/*
 * A worker with other keys than its fellows would drop what they tell one another, and put their receipts aside. So each key
 * leaves a mark in the store when it first seals, and no worker starts that does not know the newest.
 */

/** So far may the clocks of two workers differ, in milliseconds: a mark of a time that lies further ahead has been made by nobody. */
const SKEW_MS = 300_000;

/** No person has this name. */
const FOLDER = 'mail/@workers';

const OTHER_KEYS: Record<Language, (key: string, mark: string) => string> = {
  'zh-CN': (key, mark) =>
    `此存储的 worker 以密钥 ${key} 加封（${mark}），而 SEAL_KEYS 中没有这把密钥，worker 没有启动：所有 worker 须使用同一份密钥文件，请改用其他 worker 的文件，或从备份恢复。密钥确已丢失的，设 NEW_SEAL_KEYS=yes 启动一次，此前加封的消息和回执随即失效。`,
  en: (key, mark) =>
    `The workers of this store seal with the key ${key} (${mark}), which is not in SEAL_KEYS, so this one has not started: all workers must have the same key file. Use that of the other workers, or restore it from the backup. If the keys are lost, start it once with NEW_SEAL_KEYS=yes: messages and receipts sealed before no longer count.`,
};

/** When it was made, and the id of the key. */
const MARK =
  /\/(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)Z~(?<key>[a-z0-9-]+)\.mark$/;

const keyOf = (name: string): string => MARK.exec(name)?.groups?.key ?? '?';

/** NaN of what is no mark. */
const timeOf = (name: string): number => {
  const { year, month, day, hour, minute, second } = MARK.exec(name)?.groups ?? {};
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};

/** Whether one of our keys has made this mark: an id can be the same by chance, or be written by somebody else. */
const isOurs = async (store: Store, seals: Seals, name: string): Promise<boolean> =>
  seals.isGood(String(await store.get(name)), 'key-mark', { key: keyOf(name) });

/** The marks that have been made, oldest first. */
const marksUntil = async (store: Store, last: number): Promise<string[]> =>
  (await store.list(FOLDER)).filter((name) => timeOf(name) < last);

/** Leaves a mark that is newer than all there are, even where the newest is of a clock that is ahead. */
const mark = (store: Store, seals: Seals, now: Instant, newest: string | undefined): Promise<void> => {
  const key = seals.keyId;
  const at = instant(newest === undefined ? now : Math.max(now, timeOf(newest) + 1000));
  return store.put(`${FOLDER}/${slotName(at)}~${key}.mark`, Buffer.from(seals.make('key-mark', { key })));
};

const check = async (
  store: Store,
  seals: Seals,
  configuration: Pick<
    Configuration,
    'NEW_SEAL_KEYS' | 'PAYLOAD_KEYS' | 'PLAIN_PAYLOADS' | 'NEW_PAYLOAD_KEYS'
  >,
  now: Instant,
): Promise<void> => {
  const names = await marksUntil(store, now + SKEW_MS);
  const newest = names.at(-1);
  const isKnown = newest === undefined || (await isOurs(store, seals, newest));
  if (!isKnown && configuration.NEW_SEAL_KEYS === 'no')
    throw new ConfigurationError(
      Object.values(OTHER_KEYS)
        .map((say) => say(keyOf(newest), newest))
        .join('\n'),
    );
  if (!isKnown || !names.some((name) => keyOf(name) === seals.keyId)) await mark(store, seals, now, newest);
  await checkPayloadMarks(store, seals, configuration);
};

/**
 * Makes sure that this worker knows the key that was the last to come into use, and encrypts where others do, by a key of
 * theirs, and leaves marks of its own. False where the store is away: what it holds cannot be known, so this is to be asked
 * again; the activities wait for it.
 * @throws ConfigurationError where the workers of the store have other keys, and the operator has not said that these are lost
 */
export const checkKeyMarks = async (...args: Parameters<typeof check>): Promise<boolean> => {
  try {
    await check(...args);
    return true;
  } catch (error) {
    if (error instanceof StoreFault) return false;
    throw error;
  }
};

type Later = { everyMs: number; until: AbortSignal; stop: () => void };

/**
 * Asks again until the store has answered, and has this worker stopped if its keys turn out to be others. Resolves to why it was
 * stopped. Does not keep the process alive.
 */
export const checkLater = async (
  ask: () => Promise<boolean>,
  { everyMs, until, stop }: Later,
): Promise<Error | undefined> => {
  try {
    do await setTimeout(everyMs, undefined, { ref: false, signal: until });
    while (!(await ask()));
    return undefined;
  } catch (error) {
    if (until.aborted) return undefined;
    stop();
    return error instanceof Error ? error : new Error(String(error));
  }
};
