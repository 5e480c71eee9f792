import type { Language } from '../domain/round/roster';
import { StoreFault } from '../store/fault';
import { looseRights } from '../store/file/loose-rights';
import { isStoreAt, openStore } from '../store/open';
import type { Store } from '../store/store';
import { parseStoreUrl } from '../store/url';
import { type Configuration, ConfigurationError } from './configuration';

/** A new store would hide the one that holds the files of open items. */
const NO_STORE: Record<Language, string> = {
  'zh-CN':
    'STORE 处没有存储，而有事项正在办理：可能是磁盘没有挂载，或 STORE 设置有误，worker 没有启动。确需新建存储的，请设 NEW_STORE=yes。',
  en: 'There is no store at STORE, yet items are open. Its disk may not be mounted, or STORE may be wrong, so the worker has not started. To create a new store anyway, set NEW_STORE=yes.',
};

/** An unreachable store counts as there: the activities wait for it. */
const isKnown = async (url: string): Promise<boolean> => {
  try {
    return await isStoreAt(url);
  } catch (error) {
    if (error instanceof StoreFault) return true;
    throw error;
  }
};

/**
 * The store of a worker; a new one is made only where nothing is at work. The folder of a disk that is not mounted yet is
 * empty too, and whatever was kept in it would be hidden by the mount.
 * @throws ConfigurationError where there is none, and items are open
 */
export const storeOf = async (
  { STORE, NEW_STORE }: Pick<Configuration, 'STORE' | 'NEW_STORE'>,
  isAtWork: () => Promise<boolean>,
): Promise<Store> => {
  if (await isKnown(STORE)) return openStore(STORE);
  if (NEW_STORE === 'no' && (await isAtWork()))
    throw new ConfigurationError(Object.values(NO_STORE).join('\n'));
  const store = await openStore(STORE);
  await store.check();
  return store;
};

/** What to warn of when a worker starts: folders of its store that others can read or write, each with its mode. A bucket does not tell. */
export const storeWarnings = async ({ STORE }: Pick<Configuration, 'STORE'>): Promise<string[]> => {
  const place = parseStoreUrl(STORE);
  const loose = place.kind === 's3' ? [] : await looseRights(place.path);
  if (loose.length === 0) return [];
  return [
    `others than the worker can read or change what is in the store (${loose.join(', ')}): see "Who may write what" in docs/store.md`,
  ];
};
