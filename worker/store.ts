import { StoreFault } from '../store/fault';
import type { Store } from '../store/store';
import { isStoreAt, openStore } from '../store/open';
import { type Configuration, ConfigurationError } from './configuration';

/** A store that cannot be reached is waited for by the activities, item by item; here it counts as there. */
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
    throw new ConfigurationError(
      'STORE 处没有存储，而有事项正在办理：多半是磁盘没有挂载，或 STORE 写错，worker 没有启动。确要另建的，请设 NEW_STORE=yes。\n' +
        'There is no store at STORE, and items are open: its disk may not be mounted, or STORE is wrong, so the worker ' +
        'has not started. To make a new one all the same, set NEW_STORE=yes.',
    );
  const store = await openStore(STORE);
  await store.check();
  return store;
};
