import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto';
import {
  compactJws,
  headerFor,
  type KeyId,
  type SignedKind,
  signingInput,
  thumbprint,
} from '../../domain/identity';

/** A person's own key. Only `kid` and `x` may leave the machine; they go into the roster. */
export type SigningKey = {
  kid: KeyId;
  /** The public half: 32 bytes, base64url. */
  x: string;
  privateKey: KeyObject;
};

const keyOf = (privateKey: KeyObject): SigningKey => {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { kid: thumbprint(x), x, privateKey };
};

/** A new Ed25519 key, whose name does not begin with `-`: a command line would take it for an option. */
export const generateKey = (): SigningKey => {
  const key = keyOf(generateKeyPairSync('ed25519').privateKey);
  return key.kid.startsWith('-') ? generateKey() : key;
};

/** The secret half of a key, as the `d` of its JWK (RFC 8037): 32 bytes, base64url. */
export const secretOf = ({ privateKey }: SigningKey): string => {
  const { d = '' } = privateKey.export({ format: 'jwk' });
  return d;
};

/** The key with these halves; nothing if they are not those of one Ed25519 key. */
export const keyFrom = (x: string, d: string): SigningKey | undefined => {
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x, d };
    const key = keyOf(createPrivateKey({ key: jwk, format: 'jwk' }));
    return key.x === x ? key : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Signs a command, or another kind of statement: compact JWS (RFC 7515, RFC 8037) over its canonical JSON, see `domain/identity`.
 * Throws `TypeError` or `RangeError` for what no command can be: not JSON, not Unicode, over 64 KiB.
 */
export const sign = (command: object, { kid, privateKey }: SigningKey, kind?: SignedKind): string => {
  const input = signingInput(headerFor(kid, kind), command);
  return compactJws(input, signBytes(null, Buffer.from(input, 'ascii'), privateKey));
};
