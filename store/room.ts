import { statfs } from 'node:fs/promises';
import { StoreFault } from './fault';
import { parseStoreUrl } from './url';

/** Octets of the file system that a store lies on: what this user may still use, and all of it. */
export type Room = { free: number; size: number };

/** Undefined for a bucket, which does not tell. Throws `StoreFault`, `StoreUrlError`. */
export const roomOf = async (url: string): Promise<Room | undefined> => {
  const place = parseStoreUrl(url);
  if (place.kind === 's3') return undefined;
  try {
    const { bavail, blocks, bsize } = await statfs(place.path);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch (error) {
    throw new StoreFault(url, error);
  }
};
