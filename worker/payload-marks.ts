import type { Seals } from '../domain/identity/seal';
import type { Language } from '../domain/round/roster';
import type { Store } from '../store/store';
import { type Configuration, ConfigurationError } from './configuration';

/*
 * A worker without payload keys beside others that encrypt would have the server keep readable what those hide. So a worker that
 * encrypts leaves a mark in the store, sealed, and none without keys starts where there is one.
 */

/** No person has this name. */
const FOLDER = 'mail/@encrypting';

const NO_KEYS: Record<Language, (mark: string) => string> = {
  'zh-CN': (mark) =>
    `此存储的 worker 加密送往 Temporal 的内容（${mark}），而本 worker 没有设置 PAYLOAD_KEYS，因此没有启动：否则其内容将以明文存于服务器。请在 PAYLOAD_KEYS_FILE 中指明其他 worker 的密钥文件。确实决定不再加密的，设 PLAIN_PAYLOADS=yes。`,
  en: (mark) =>
    `The workers of this store encrypt what they give to Temporal (${mark}), and this one has no PAYLOAD_KEYS, so it has not started: what it gives would lie readable on the server. Name the key file of the other workers in PAYLOAD_KEYS_FILE. If nothing is to be encrypted any more, set PLAIN_PAYLOADS=yes.`,
};

/** What a mark says: by which key a worker encrypts. */
const saidBy = (name: string) => ({
  payloads: /\/(?<key>[a-z0-9-]+)~[a-z0-9-]+\.mark$/.exec(name)?.groups?.key ?? '?',
});

/** Those that a worker has made whose seal we know; whoever else writes there stops nobody. */
const ours = async (store: Store, seals: Seals): Promise<string[]> => {
  const good: string[] = [];
  for (const name of await store.list(FOLDER))
    if (seals.isGood(String(await store.get(name)), 'key-mark', saidBy(name))) good.push(name);
  return good;
};

/**
 * Leaves the mark of a worker that encrypts, once for each key.
 * @throws ConfigurationError for a worker that does not, where others do and the operator has not said that this is to end
 * @throws StoreFault
 */
export const checkPayloadMarks = async (
  store: Store,
  seals: Seals,
  { PAYLOAD_KEYS, PLAIN_PAYLOADS }: Pick<Configuration, 'PAYLOAD_KEYS' | 'PLAIN_PAYLOADS'>,
): Promise<void> => {
  const marks = await ours(store, seals);
  const [newest] = marks.slice(-1);
  if (PAYLOAD_KEYS === undefined) {
    if (newest === undefined || PLAIN_PAYLOADS === 'yes') return;
    throw new ConfigurationError(
      Object.values(NO_KEYS)
        .map((say) => say(newest))
        .join('\n'),
    );
  }
  const [{ id }] = PAYLOAD_KEYS;
  // After the keys of seals were changed it is made again: one that nobody can check any more counts for nothing.
  const name = `${FOLDER}/${id}~${seals.keyId}.mark`;
  if (!marks.includes(name)) await store.put(name, Buffer.from(seals.make('key-mark', saidBy(name))));
};
