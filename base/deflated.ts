import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { decodeBase64url, encodeBase64url } from './base64url';

/** A value as DEFLATE (RFC 1951) of its JSON, in base64url: rows and plans shrink to a tenth. */
export type Deflated = { deflated: string };

/** What crosses Temporal in one payload, of which it takes 2 MiB at most: a large value is deflated. */
export type Payload<T extends object> = T | Deflated;

/** In UTF-16 units of JSON, of three octets at most. What is smaller stays readable in the Temporal UI. */
const LARGE = 200_000;

export const toPayload = <T extends object>(value: T): Payload<T> => {
  const text = JSON.stringify(value);
  return text.length < LARGE ? value : { deflated: encodeBase64url(deflateSync(strToU8(text))) };
};

const isDeflated = (payload: object): payload is Deflated =>
  'deflated' in payload && typeof payload.deflated === 'string';

/** @throws Error where the text is not what `toPayload` writes */
export const fromPayload = <T extends object>(payload: Payload<T>): T => {
  if (!isDeflated(payload)) return payload;
  const bytes = decodeBase64url(payload.deflated);
  if (!bytes) throw new TypeError('not a deflated value');
  return JSON.parse(strFromU8(inflateSync(bytes))) as T;
};
