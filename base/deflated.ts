import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
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

/** What may be deflated at most, in octets: a round of 2,000 items with its rows is some millions. */
const LARGEST = 64 * 1024 ** 2;

/** So much is inflated at once: DEFLATE makes a thousand times as much of it at most. */
const SLICE = 4096;

/** Inflates up to a limit: a few kilobytes of zeros would otherwise end the process that reads them. */
const inflated = (bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size > LARGEST) throw new RangeError(`a deflated value has at most ${LARGEST} octets`);
    parts.push(part);
  });
  for (let from = 0; from === 0 || from < bytes.length; from += SLICE)
    inflate.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length);
  const whole = new Uint8Array(size);
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
};

/** @throws Error where it is not what `toPayload` or `packed` writes */
export const fromPayload = <T extends object>(payload: Payload<T>): T => {
  if (!isPacked(payload) && !isDeflated(payload)) return payload;
  const bytes = isPacked(payload) ? payload : decodeBase64url(payload.deflated);
  if (!bytes) throw new TypeError('not a deflated value');
  return JSON.parse(strFromU8(inflated(bytes))) as T;
};
