import { existsSync } from 'node:fs';
import { findStore } from '../../store/open';
import type { Store } from '../../store/store';
import { parseStoreUrl } from '../../store/url';

/** The store, if there is a folder for one. Throws `StoreUrlError`. */
export const existingStore = async (url: string): Promise<Store | undefined> => {
  const place = parseStoreUrl(url);
  return place.kind === 'file' && !existsSync(place.path) ? undefined : findStore(url);
};
