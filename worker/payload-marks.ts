import { randomUUID } from 'node:crypto';
import type { Seals } from '../domain/identity/seal';
import type { Language } from '../domain/round/roster';
import type { Store } from '../store/store';
import { type Configuration, ConfigurationError } from './configuration';

/*
 * A worker without payload keys beside others that encrypt would have the server keep readable what those hide, and one with other keys
 * could read nothing of theirs, nor they of its own. So a worker that encrypts leaves a mark in the store, sealed, and where there are
 * marks none starts that has no key, or no key that a mark names: of those it opens, an older one is enough.
 */

/** No person has this name. */
const FOLDER = 'mail/@encrypting';

/** Into so many marks is looked: there is one for each key, and what somebody else lays there must not keep a worker from its start. */
const MOST = 500;

const NO_KEYS: Record<Language, (mark: string) => string> = {
  'zh-CN': (mark) =>
    `此存储的 worker 加密送往 Temporal 的内容（${mark}），而本 worker 没有设置 PAYLOAD_KEYS，因此没有启动：否则其内容将以明文存于服务器。请在 PAYLOAD_KEYS_FILE 中指明其他 worker 的密钥文件。确实决定不再加密的，设 PLAIN_PAYLOADS=yes。`,
  en: (mark) =>
    `The workers of this store encrypt what they give to Temporal (${mark}), and this one has no PAYLOAD_KEYS, so it has not started: what it gives would lie readable on the server. Name the key file of the other workers in PAYLOAD_KEYS_FILE. If nothing is to be encrypted any more, set PLAIN_PAYLOADS=yes.`,
};

const OTHER_KEYS: Record<Language, (mark: string, theirs: string, own: string) => string> = {
  'zh-CN': (mark, theirs, own) =>
    `此存储的 worker 以密钥 ${theirs} 加密送往 Temporal 的内容（${mark}），而本 worker 的 PAYLOAD_KEYS 只有 ${own}，因此没有启动：双方互相无法读取。请在 PAYLOAD_KEYS_FILE 中指明其他 worker 的密钥文件，或从备份恢复。确实决定改用别的密钥的，设 NEW_PAYLOAD_KEYS=yes 启动一次；以原密钥加密的内容，没有该密钥就无法读取。`,
  en: (mark, theirs, own) =>
    `The workers of this store encrypt what they give to Temporal with the key ${theirs} (${mark}), and PAYLOAD_KEYS of this one has only ${own}, so it has not started: neither could read what the other has written. Name the key file of the other workers in PAYLOAD_KEYS_FILE, or restore it from the backup. If other keys are to be used from now on, start it once with NEW_PAYLOAD_KEYS=yes: what was encrypted before cannot be read without its key.`,
};

const MARK = /\/(?<key>[a-z0-9-]+)~[a-z0-9-]+\.mark$/;

/** The id of the key by which a worker encrypts, as its mark says. */
const keyOf = (name: string): string => MARK.exec(name)?.groups?.key ?? '?';

const contentOf = (name: string) => ({ payloads: keyOf(name) });

/** Whether a worker has made this mark whose seal we know; whoever else writes there stops nobody. */
const isOurs = async (store: Store, seals: Seals, name: string): Promise<boolean> =>
  seals.isGood(String(await store.get(name)), 'key-mark', contentOf(name));

/** One that a worker has made, the last by its name. */
const oneOfOurs = async (
  store: Store,
  seals: Seals,
  names: readonly string[],
): Promise<string | undefined> => {
  for (const name of names.slice(-MOST).reverse()) if (await isOurs(store, seals, name)) return name;
  return undefined;
};

const inAllLanguages = (words: Record<Language, string>): ConfigurationError =>
  new ConfigurationError(Object.values(words).join('\n'));

/** Refuses a worker without a key that a mark names, where there are marks. */
const refuseStranger = async (
  store: Store,
  seals: Seals,
  { names, ids }: { names: readonly string[]; ids: readonly string[] },
): Promise<void> => {
  const isNamed = (name: string) => ids.includes(keyOf(name));
  if ((await oneOfOurs(store, seals, names.filter(isNamed))) !== undefined) return;
  const other = await oneOfOurs(
    store,
    seals,
    names.filter((name) => !isNamed(name)),
  );
  if (other === undefined) return;
  const said = [other, keyOf(other), ids.join(', ')] as const;
  throw inAllLanguages({ 'zh-CN': OTHER_KEYS['zh-CN'](...said), en: OTHER_KEYS.en(...said) });
};

/**
 * Leaves the mark of a worker that encrypts, once for each key.
 * @throws ConfigurationError for a worker that does not, or has none of their keys, where others do and the operator has not said that this
 *   is to end
 * @throws StoreFault
 */
export const checkPayloadMarks = async (
  store: Store,
  seals: Seals,
  {
    PAYLOAD_KEYS,
    PLAIN_PAYLOADS,
    NEW_PAYLOAD_KEYS,
  }: Pick<Configuration, 'PAYLOAD_KEYS' | 'PLAIN_PAYLOADS' | 'NEW_PAYLOAD_KEYS'>,
): Promise<void> => {
  const names = (await store.list(FOLDER)).filter((name) => MARK.test(name));
  if (PAYLOAD_KEYS === undefined) {
    const mark = PLAIN_PAYLOADS === 'yes' ? undefined : await oneOfOurs(store, seals, names);
    if (mark === undefined) return;
    throw inAllLanguages({ 'zh-CN': NO_KEYS['zh-CN'](mark), en: NO_KEYS.en(mark) });
  }
  const ids = PAYLOAD_KEYS.map(({ id }) => id);
  if (NEW_PAYLOAD_KEYS === 'no') await refuseStranger(store, seals, { names, ids });
  // After the keys of seals were changed it is made again: one that nobody can check any more counts for nothing.
  const name = `${FOLDER}/${PAYLOAD_KEYS[0].id}~${seals.keyId}.mark`;
  const isThere = names.includes(name);
  if (isThere && (await isOurs(store, seals, name))) return;
  if (isThere) await store.move(name, `${name}.${randomUUID()}`);
  await store.put(name, Buffer.from(seals.make('key-mark', contentOf(name))));
};
