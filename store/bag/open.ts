import { fileURLToPath } from 'node:url';
import { StoreMissing } from '../errors';
import { readFolder } from '../file/disk-folder';
import { type FolderReader, openStore } from '../store';
import { parseStoreUrl } from '../url';

/** The folder of a bag, wherever it lies: a path, `file:///path`, or `s3://bucket/` and its name in the bucket. */
export const openBag = async (location: string): Promise<FolderReader> => {
  if (location.startsWith('file:')) return readFolder(fileURLToPath(location));
  if (!location.startsWith('s3:')) return readFolder(location);
  const place = parseStoreUrl(location);
  if (place.kind !== 's3' || place.prefix === '') throw new StoreMissing(location);
  return (await openStore(`s3://${place.bucket}`)).folder(place.prefix);
};
