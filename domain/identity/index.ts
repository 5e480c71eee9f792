export {
  compactJws,
  headerFor,
  parseJws,
  signingInput,
  verifyJws,
  type Jws,
  type JwsFault,
  type Trust,
} from './jws';
export { isUsableKey } from './ed25519';
export { keyAt, type KeyFault, KeyId, KeyRing, PublicKey, thumbprint } from './key';
export { openSigned, SIGNATURE_FAULTS, type SignatureFault } from './signed';
