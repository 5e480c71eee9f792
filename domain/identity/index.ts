export {
  compactJws,
  headerFor,
  kidOf,
  parseJws,
  payloadIn,
  signingInput,
  verifyJws,
  type Jws,
  type JwsFault,
  type SignedKind,
  type Trust,
} from './jws';
export {
  checkCountersigned,
  type Countersigned,
  type CountersignFault,
  type Party,
  type Received,
  type Required,
  type Signer,
} from './countersigned';
export { isUsableKey } from './ed25519';
export { keyAt, type KeyFault, KeyId, KeyRing, PublicKey, thumbprint } from './key';
export { openSigned, type SignatureFault } from './signed';
