import { ed25519 } from '@noble/curves/ed25519';
import { utf8ToBytes } from '@noble/hashes/utils';
import { decodeBase64url, encodeBase64url } from '../base/base64url';
import { sha256 } from '@noble/hashes/sha2';
import { compactJws, headerFor, type SignedKind, signingInput } from '../domain/identity/jws';
import { type KeyId, type KeyRing, thumbprint } from '../domain/identity/key';
import { instant } from '../domain/calendar/zone';

/** The key of RFC 8037, appendix A. The whole world knows it, so it is good for tests and documents only. */
export const RFC_KEY = {
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  kid: thumbprint('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'),
};

const secret = decodeBase64url(RFC_KEY.d) ?? new Uint8Array();

const complete = (input: string): string => compactJws(input, ed25519.sign(utf8ToBytes(input), secret));

/** A payload, signed as it should be. */
export const signed = (payload: object): string => complete(signingInput(headerFor(RFC_KEY.kid), payload));

/** Any header over any payload, with a valid signature. */
export const signedAsIs = (header: string, payload: string | Uint8Array): string => {
  const parts = [header, payload].map((part) => (typeof part === 'string' ? utf8ToBytes(part) : part));
  return complete(parts.map(encodeBase64url).join('.'));
};

/** A key that is the same for the same name, in every run of every test. */
export type NamedKey = {
  kid: KeyId;
  x: string;
  ring: KeyRing;
  sign: (payload: object, kind?: SignedKind) => string;
};

/** `called`: by a name that is another key's, as a forger does. */
export const keyNamed = (name: string, called?: KeyId): NamedKey => {
  const secret = sha256(utf8ToBytes(name));
  const x = encodeBase64url(ed25519.getPublicKey(secret));
  const kid = called ?? thumbprint(x);
  return {
    kid,
    x,
    ring: [{ kid, x, from: instant(0) }],
    sign: (payload, kind) => {
      const input = signingInput(headerFor(kid, kind), payload);
      return compactJws(input, ed25519.sign(utf8ToBytes(input), secret));
    },
  };
};
