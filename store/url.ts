import { fileURLToPath } from 'node:url';
import { StoreUrlError } from './errors';
import { isName } from './name';

/** Where a store is: a folder of a disk, or a bucket and what all its keys begin with (`''`: nothing). */
export type StorePlace = { kind: 'file'; path: string } | { kind: 's3'; bucket: string; prefix: string };

const FORMS = 'file:///path or s3://bucket/prefix';

/** The naming rules of buckets that every provider shares. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

const filePlace = (text: string): StorePlace => {
  if (!text.startsWith('file:///')) throw new StoreUrlError(text, `it must be of the form ${FORMS}.`);
  return { kind: 'file', path: fileURLToPath(text) };
};

const s3Place = (text: string, { hostname: bucket, pathname }: URL): StorePlace => {
  if (!BUCKET.test(bucket)) throw new StoreUrlError(text, `"${bucket}" is not a valid bucket name.`);
  const prefix = pathname.replace(/^\/|\/$/g, '');
  if (prefix !== '' && !isName(prefix))
    throw new StoreUrlError(
      text,
      'its prefix must be portable ASCII, and no part of it may begin with a dot.',
    );
  return { kind: 's3', bucket, prefix };
};

/** Reads the URL of a store, `file:///path` or `s3://bucket/prefix`. Throws `StoreUrlError`. */
export const parseStoreUrl = (text: string): StorePlace => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new StoreUrlError(text, `it must be of the form ${FORMS}.`);
  if (url.username !== '' || url.password !== '')
    throw new StoreUrlError(
      `${url.protocol}//…`,
      'it must not contain credentials; they come from the environment.',
    );
  if (`${url.port}${url.search}${url.hash}` !== '')
    throw new StoreUrlError(text, `it must be of the form ${FORMS}, without a port, query or fragment.`);
  if (url.protocol === 'file:') return filePlace(text);
  if (url.protocol === 's3:') return s3Place(text, url);
  throw new StoreUrlError(text, `"${url.protocol}" is not supported; use ${FORMS}.`);
};

/** Where a folder lies that somebody names by a path or by a URL. Throws `StoreUrlError`. */
export const placeOf = (location: string): StorePlace =>
  /^(file:|[a-z][a-z0-9+.-]+:\/\/)/i.test(location)
    ? parseStoreUrl(location)
    : { kind: 'file', path: location };

/** True if a store of this URL could be opened. */
export const isStoreUrl = (text: string): boolean => {
  try {
    parseStoreUrl(text);
    return true;
  } catch {
    return false;
  }
};
