import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';
import type { Sha256 } from './ids';

/** Canonical JSON text (RFC 8785). Throws on what JSON cannot hold, which is a fault of the program. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
};

/** SHA-256 of the canonical JSON text of a value. */
export const hashOf = (value: unknown): Sha256 => bytesToHex(sha256(utf8ToBytes(canonical(value)))) as Sha256;
