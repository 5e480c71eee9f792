import { bytesToUtf8, utf8ToBytes } from '@noble/hashes/utils';
import { z } from 'zod';
import { decodeBase64url, encodeBase64url } from '../../base/base64url';
import { canonicalText, readCanonical } from './canonical-text';
import { isSignedBy, SIGNATURE_BYTES } from './ed25519';
import { KeyId, type PublicKey } from './key';

/**
 * A signed command as compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037). Header and payload are canonical
 * JSON (RFC 8785), so a command has one form. Needs nothing that the workflow sandbox lacks.
 */

/** The media types of what is signed: a signature under one never stands for the other. */
const TYPS = {
  command: 'rectify-command+jws',
  opening: 'rectify-opening+jws',
  key: 'rectify-key+jws',
} as const;

/** What people sign: a command, the opening of a round, or a key that is to follow theirs. */
export type SignedKind = keyof typeof TYPS;

const headerOf = <K extends SignedKind>(kind: K) =>
  z.strictObject({ alg: z.literal('EdDSA'), kid: KeyId, typ: z.literal(TYPS[kind]) });

/** The only headers there are. */
const HEADERS = { command: headerOf('command'), opening: headerOf('opening'), key: headerOf('key') };
type JwsHeader = z.infer<(typeof HEADERS)[SignedKind]>;

export const headerFor = (kid: KeyId, kind: SignedKind = 'command'): JwsHeader => ({
  alg: 'EdDSA',
  kid,
  typ: TYPS[kind],
});

/** Bytes of payload at most: room for the two longest texts of a command, 10,000 Chinese characters each. */
export const MAX_PAYLOAD = 64 * 1024;

/** Characters at most: the payload as base64url, and more than the header and signature ever take. */
const MAX_TEXT = Math.ceil((MAX_PAYLOAD * 4) / 3) + 512;

/** Why a text is not a signed command, in the order of the checks. */
export type JwsFault =
  | 'too-large'
  /** Not three parts of base64url with JSON in the first, UTF-8 in the second and 64 bytes in the third. */
  | 'malformed'
  /** Signed with another algorithm, or with none. */
  | 'wrong-algorithm'
  /** Anything but `alg`, `kid` and our `typ` in the header: `crit`, `b64`, `jwk`, `jku` ... are not for us. */
  | 'wrong-header'
  | 'unknown-key'
  | 'bad-signature'
  /** Correctly signed, but not in the one form. */
  | 'not-canonical';

/** A JWS taken apart; nothing in it has been verified. */
export type Jws = {
  header: JwsHeader;
  /** The text that was signed as payload. */
  payload: string;
  signature: Uint8Array;
  /** What the signature is over (RFC 7515, section 5.1). */
  input: string;
};

const encodeText = (text: string): string => encodeBase64url(utf8ToBytes(text));

/** Nothing if the bytes are not UTF-8, or begin with a byte order mark. */
const decodeText = (part: string): string | undefined => {
  const bytes = decodeBase64url(part);
  if (!bytes) return undefined;
  const text = bytesToUtf8(bytes);
  return encodeText(text) === part ? text : undefined;
};

/**
 * What is to be signed (RFC 7515, section 5.1), ASCII. Throws `TypeError` if the payload is not JSON in Unicode,
 * `RangeError` if it is larger than `MAX_PAYLOAD`.
 */
export const signingInput = (header: JwsHeader, payload: object): string => {
  const bytes = utf8ToBytes(canonicalText(payload));
  if (bytes.length > MAX_PAYLOAD) throw new RangeError(`a command has at most ${MAX_PAYLOAD} bytes`);
  return `${encodeText(canonicalText(header))}.${encodeBase64url(bytes)}`;
};

/** The compact JWS of a signing input and its signature. */
export const compactJws = (input: string, signature: Uint8Array): string =>
  `${input}.${encodeBase64url(signature)}`;

const parseHeader = (part: string, kind: SignedKind): { header: JwsHeader } | { fault: JwsFault } => {
  const text = decodeText(part);
  if (text === undefined) return { fault: 'malformed' };
  const given = anyJson(text);
  if (typeof given !== 'object' || given === null) return { fault: 'malformed' };
  if (!('alg' in given) || given.alg !== 'EdDSA') return { fault: 'wrong-algorithm' };
  const { data: header } = HEADERS[kind].safeParse(given);
  if (!header) return { fault: 'wrong-header' };
  return readCanonical(text) ? { header } : { fault: 'not-canonical' };
};

const anyJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const SHAPE = /^(?<input>(?<head>[\w-]+)\.(?<body>[\w-]+))\.(?<tail>[\w-]+)$/;

/** Takes a compact JWS apart, e.g. to learn whose key it names. Verifies nothing but that it is of this kind. */
export const parseJws = (text: string, kind: SignedKind = 'command'): Jws | { fault: JwsFault } => {
  if (text.length > MAX_TEXT) return { fault: 'too-large' };
  const { input = '', head = '', body = '', tail = '' } = SHAPE.exec(text)?.groups ?? {};
  const header = parseHeader(head, kind);
  if ('fault' in header) return header;
  const payload = decodeText(body);
  const signature = decodeBase64url(tail);
  if (payload === undefined || signature?.length !== SIGNATURE_BYTES) return { fault: 'malformed' };
  if (utf8ToBytes(payload).length > MAX_PAYLOAD) return { fault: 'too-large' };
  return { ...header, payload, signature, input };
};

/** The key that a JWS names; nothing where the text is none of this kind. Verifies nothing. */
export const kidOf = (text: string, kind: SignedKind = 'command'): KeyId | undefined => {
  const jws = parseJws(text, kind);
  return 'fault' in jws ? undefined : jws.header.kid;
};

/** What a JWS says, before anybody has looked at its signature. */
export const payloadIn = (
  text: string,
  kind: SignedKind = 'command',
): { payload: unknown } | { fault: JwsFault } => {
  const jws = parseJws(text, kind);
  if ('fault' in jws) return jws;
  const read = readCanonical(jws.payload);
  return read ? { payload: read.value } : { fault: 'not-canonical' };
};

/** Whether the key has signed it has been seen (`seen`), or is to be checked. */
export type Trust = 'check' | 'seen';

/** The payload of a JWS that this key has signed. `keyAt` says whether the key may sign. */
export const openJws = (
  { header, payload, signature, input }: Jws,
  key: Pick<PublicKey, 'kid' | 'x'>,
  trust: Trust = 'check',
): { payload: unknown } | { fault: JwsFault } => {
  if (header.kid !== key.kid) return { fault: 'unknown-key' };
  if (trust === 'check' && !isSignedBy(key.x, input, signature)) return { fault: 'bad-signature' };
  const read = readCanonical(payload);
  return read ? { payload: read.value } : { fault: 'not-canonical' };
};

/** `parseJws` and `openJws` in one step. Never throws. */
export const verifyJws = (
  text: string,
  key: Pick<PublicKey, 'kid' | 'x'>,
): { payload: unknown } | { fault: JwsFault } => {
  const jws = parseJws(text);
  return 'fault' in jws ? jws : openJws(jws, key);
};
