import { fileURLToPath } from 'node:url';
import { StoreMissing } from '../../store/errors';
import { readFolder } from '../../store/file/disk-folder';
import { type FolderReader, openStore, type Store } from '../../store/store';
import { parseStoreUrl } from '../../store/url';

const inBucket = async (location: string): Promise<{ store: Store; prefix: string }> => {
  const place = parseStoreUrl(location);
  if (place.kind !== 's3' || place.prefix === '') throw new StoreMissing(location);
  return { store: await openStore(`s3://${place.bucket}`), prefix: place.prefix };
};

/** The folder of a bag, wherever it lies: a path, `file:///path`, or `s3://bucket/` and its name in the bucket. */
export const openBag = async (location: string): Promise<FolderReader> => {
  if (location.startsWith('file:')) return readFolder(fileURLToPath(location));
  if (!location.startsWith('s3:')) return readFolder(location);
  const { store, prefix } = await inBucket(location);
  return store.folder(prefix);
};

/**
 * Everything at a place where one bag lies or several, by its path from there.
 * @throws StoreMissing where there is nothing
 */
export const filesAt = async (location: string): Promise<string[]> => {
  if (!location.startsWith('s3:')) return (await openBag(location)).files();
  const { store, prefix } = await inBucket(location);
  const names = await store.list(prefix);
  if (names.length === 0) throw new StoreMissing(location);
  return names.map((name) => name.slice(prefix.length + 1));
};
