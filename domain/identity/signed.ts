import type { Instant } from '../calendar/zone';
import { type JwsFault, openJws, parseJws, type SignedKind, type Trust } from './jws';
import { keyAt, type KeyFault, type KeyId, type PublicKey } from './key';

/** Every way in which a signature can fail. */
export type SignatureFault = JwsFault | KeyFault;

/**
 * The payload that one of a person's keys has signed, and the name of that key. `at` is when the text arrived, in
 * the time of the keys' dates. What the payload says, and whether it is for this item, is for the caller to check.
 */
export const openSigned = (
  text: string,
  keys: readonly PublicKey[],
  at: Instant,
  trust?: Trust,
  kind?: SignedKind,
): { payload: unknown; kid: KeyId } | { fault: SignatureFault } => {
  const jws = parseJws(text, kind);
  if ('fault' in jws) return jws;
  const found = keyAt(keys, jws.header.kid, at);
  if ('fault' in found) return found;
  const opened = openJws(jws, found.key, trust);
  return 'fault' in opened ? opened : { payload: opened.payload, kid: found.key.kid };
};
