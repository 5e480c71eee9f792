import type { Sha512 } from '../domain/ids';
import { type Digest, digestOf } from './digest';
import { EvidenceDamaged } from './errors';
import type { Store } from './store';

/** Where a store keeps a file that was handed in. */
export const evidenceName = (sha512: Sha512): string => `evidence/${sha512}`;

/** Reads a stored file again. Throws `StoreMissing`, or `EvidenceDamaged` if it is not what was handed in. */
export const checkEvidence = async (
  store: Pick<Store, 'openEvidence'>,
  { sha512, size }: Digest,
): Promise<void> => {
  const found = await digestOf(await store.openEvidence(sha512));
  if (found.sha512 !== sha512 || found.size !== size) throw new EvidenceDamaged(sha512);
};
