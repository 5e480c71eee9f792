import { StoreMissing } from './errors';
import { ExplainedStore } from './explained-store';
import { StoreFault } from './fault';
import { readFolder } from './file/disk-folder';
import { FileStore } from './file/file-store';
import { hasSign } from './file/sign';
import type { S3Store } from './s3/s3-store';
import type { FolderReader, Store } from './store';
import { parseStoreUrl, placeOf, type StorePlace } from './url';

/** Opens the store of a URL, `file:///path`, whose folder is made if necessary, or `s3://bucket/prefix`. Throws `StoreUrlError`. */
export const openStore = async (url: string): Promise<Store> =>
  new ExplainedStore(await openAt(url, 'make'), url);

/**
 * The same for an existing store: this makes none. A folder whose disk is not mounted is empty; if it were made a
 * store, running workers would take it for their own.
 */
export const findStore = async (url: string): Promise<Store> =>
  new ExplainedStore(await openAt(url, 'find'), url);

/** Whether somebody has made a store there. Throws `StoreFault` where that cannot be known, `StoreUrlError`. */
export const isStoreAt = async (url: string): Promise<boolean> => {
  const place = parseStoreUrl(url);
  return place.kind === 'file' ? hasSign(place.path) : isMade(await s3Store(place), url);
};

const isMade = async (store: S3Store, url: string): Promise<boolean> => {
  try {
    return await store.isMade();
  } catch (error) {
    throw new StoreFault(url, error);
  }
};

/** Loaded only where it is used, since the SDK is large. */
const s3Store = async (place: Extract<StorePlace, { kind: 's3' }>): Promise<S3Store> =>
  (await import('./s3/s3-store')).S3Store.open(place);

/** What the system says of a folder that is not there. */
const NOT_MADE = Object.assign(new Error('no store has been created there'), { code: 'ENOENT' });

const openAt = async (url: string, how: 'make' | 'find'): Promise<Store> => {
  const place = parseStoreUrl(url);
  if (place.kind === 's3') {
    const store = await s3Store(place);
    if (how === 'find' && !(await isMade(store, url))) throw new StoreFault(url, NOT_MADE);
    return store;
  }
  try {
    return await FileStore[how](place.path);
  } catch (error) {
    throw new StoreFault(url, error);
  }
};

/** A folder in a bucket, of which a store without a prefix is the whole. Throws `StoreMissing` for the bucket itself. */
const inBucket = async ({ bucket, prefix }: Extract<StorePlace, { kind: 's3' }>): Promise<Store> => {
  if (prefix === '') throw new StoreMissing(`s3://${bucket}`);
  return openStore(`s3://${bucket}`);
};

/** A folder, wherever it lies: a path, `file:///path`, or `s3://bucket/` and its name in the bucket. */
export const openFolder = async (location: string): Promise<FolderReader> => {
  const place = placeOf(location);
  if (place.kind === 'file') return readFolder(place.path);
  return (await inBucket(place)).folder(place.prefix);
};

/**
 * The paths of all files beneath such a place, from there; in a bucket also where no folder was sealed.
 * @throws StoreMissing where there is nothing
 */
export const filesAt = async (location: string): Promise<string[]> => {
  const place = placeOf(location);
  if (place.kind === 'file') return readFolder(place.path).files();
  const names = await (await inBucket(place)).list(place.prefix);
  if (names.length === 0) throw new StoreMissing(location);
  return names.map((name) => name.slice(place.prefix.length + 1));
};
