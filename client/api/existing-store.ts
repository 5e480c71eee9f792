import { existsSync } from 'node:fs';
import { findStore } from '../../store/open';
import type { Store } from '../../store/store';

/** The store, if there is a folder for one. */
export const existingStore = async (url: string): Promise<Store | undefined> => {
  const isThere = !url.startsWith('file:') || (URL.canParse(url) && existsSync(new URL(url)));
  return isThere ? findStore(url) : undefined;
};
