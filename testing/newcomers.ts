import { ed25519 } from '@noble/curves/ed25519';
import { encodeBase64url } from '../base/base64url';
import { type KeyMaterial, type PublicKey, thumbprint } from '../domain/identity/key';
import { instant } from '../domain/calendar/zone';
import { Person } from '../domain/round/roster';
import { STRANGER } from './world';

/** A public key told apart by the byte that its secret consists of. */
export const aKey = (byte = 1): KeyMaterial => {
  const x = encodeBase64url(ed25519.getPublicKey(new Uint8Array(32).fill(byte)));
  return { kid: thumbprint(x), x };
};

/** The same, as in a roster, good from the first day. */
export const aGoodKey = (byte = 1): PublicKey => ({ ...aKey(byte), from: instant(0) });

/** The record of somebody who is in no roster yet. */
export const aNewcomer = (more: Partial<Person> = {}): Person =>
  Person.parse({ id: STRANGER, name: '癸', address: 'mou@example.org', ...more });

/** The neutral point of the curve as a key: with it, some verifiers take one signature for any text. */
export const smallKey = (): PublicKey => {
  const x = encodeBase64url(Uint8Array.of(1, ...new Uint8Array(31)));
  return { kid: thumbprint(x), x, from: instant(0) };
};
