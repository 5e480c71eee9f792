import type { SignatureFault } from '../../identity';

/** Why a signature was not accepted, in words that go on from "not accepted:". */
export const SIGNATURE_FAULT: Record<SignatureFault, string> = {
  'too-large': 'the command is larger than 64 KiB; shorten its text',
  malformed: 'it is not a compact JWS; send what rectify or the client signed',
  'wrong-algorithm': 'only EdDSA (Ed25519) is accepted; sign with a key made by rectify keygen',
  'wrong-header': 'its header has fields other than alg, kid and typ; send what rectify or the client signed',
  'unknown-key': 'the roster has no such key for this person; sign with a registered key',
  'bad-signature': 'it does not match the command; sign the command again, unchanged',
  'not-canonical':
    'the signed payload is not canonical JSON (RFC 8785); send what rectify or the client signed',
  'key-not-yet-valid': 'the key is not valid yet; wait until it is, or ask the rectification office',
  'key-expired': 'the key is no longer valid; sign with the one that replaced it',
  'key-revoked': 'the key was revoked; make a new one with rectify keygen',
};
