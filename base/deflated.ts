import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { decodeBase64url, encodeBase64url } from './base64url';

/** A value as DEFLATE (RFC 1951) of its JSON, in base64url: rows and plans shrink to a tenth. */
export type Deflated = { deflated: string };

/** What crosses Temporal in one payload, of which it takes 2 MiB at most: a large value is deflated. */
export type Payload<T extends object> = T | Deflated | Uint8Array;

/** As `Deflated`, without base64; only as a payload of its own. */
export const packed = (value: object): Uint8Array => deflateSync(strToU8(JSON.stringify(value)));

export const deflated = (value: object): Deflated => ({ deflated: encodeBase64url(packed(value)) });

/** In UTF-16 units of JSON, of three octets at most. What is smaller stays readable in the Temporal UI. */
const LARGE = 200_000;

export const toPayload = <T extends object>(value: T): Payload<T> =>
  JSON.stringify(value).length < LARGE ? value : deflated(value);

/** Not by `instanceof`: what a workflow is given may come from another realm. */
const isPacked = (payload: object): payload is Uint8Array => ArrayBuffer.isView(payload);

const isDeflated = (payload: object): payload is Deflated =>
  'deflated' in payload && typeof payload.deflated === 'string';

/** @throws Error where it is not what `toPayload` or `packed` writes */
export const fromPayload = <T extends object>(payload: Payload<T>): T => {
  if (!isPacked(payload) && !isDeflated(payload)) return payload;
  const bytes = isPacked(payload) ? payload : decodeBase64url(payload.deflated);
  if (!bytes) throw new TypeError('not a deflated value');
  return JSON.parse(strFromU8(inflateSync(bytes))) as T;
};
