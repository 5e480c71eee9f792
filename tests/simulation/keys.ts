import { ed25519 } from '@noble/curves/ed25519';
import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { compactJws, headerFor, signingInput } from '../../domain/identity/jws';
import { encodeBase64url } from '../../base/base64url';
import { type KeyMaterial, thumbprint } from '../../domain/identity/key';
import type { Instant } from '../../domain/calendar/zone';
import type { Person } from '../../domain/round/roster';

/** Keys made of a person's name and a number: the same in every run, and good for nothing else. */
type Pair = { secret: Uint8Array; material: KeyMaterial };

const pairs = new Map<string, Pair>();
const secrets = new Map<string, Uint8Array>();

const pairOf = (person: string, generation: number): Pair => {
  const name = `${person} ${generation}`;
  const known = pairs.get(name);
  if (known) return known;
  const secret = sha256(utf8ToBytes(name));
  const x = encodeBase64url(ed25519.getPublicKey(secret));
  const pair = { secret, material: { kid: thumbprint(x), x } };
  pairs.set(name, pair);
  secrets.set(pair.material.kid, secret);
  return pair;
};

export const keyOf = (person: string, generation: number): KeyMaterial => pairOf(person, generation).material;

/** A command signed with a person's newest key that is valid at an instant; nothing if they have none. */
export const signedBy = (person: Person | undefined, command: object, now: Instant): string | undefined => {
  const key = person?.keys?.findLast(
    ({ from, until, revoked }) =>
      from <= now && (until === undefined || now < until) && (revoked === undefined || now < revoked),
  );
  const secret = key && secrets.get(key.kid);
  if (!key || !secret) return undefined;
  const input = signingInput(headerFor(key.kid), command);
  return compactJws(input, ed25519.sign(utf8ToBytes(input), secret));
};

/** The same text with another signature, one that nobody gave. */
export const forged = (jws: string): string => {
  const end = jws.lastIndexOf('.') + 1;
  const first = jws[end] === 'A' ? 'B' : 'A';
  return `${jws.slice(0, end)}${first}${jws.slice(end + 1)}`;
};
