import type { Sha512 } from '../base/ids';
import { type Digest, Digester, digestOf, meter } from './digest';
import { EvidenceDamaged } from './errors';
import type { Store } from './store';

/** Where a store keeps a file that was handed in. */
export const evidenceName = (sha512: Sha512): string => `evidence/${sha512}`;

/** Reads a stored file again. Throws `StoreMissing`, or `EvidenceDamaged` if it is not what was handed in. */
export const checkEvidence = async (store: Pick<Store, 'openEvidence'>, file: Digest): Promise<void> => {
  expectSame(await digestOf(await store.openEvidence(file.sha512)), file);
};

const expectSame = (found: Digest, { sha512, size }: Digest): void => {
  if (found.sha512 !== sha512 || found.size !== size) throw new EvidenceDamaged(sha512);
};

/**
 * Passes a stored file on while it is read once more: what was whole when it was checked may have changed since.
 * Throws `EvidenceDamaged` at its end, so that nothing that is written from it is taken for whole.
 */
export async function* openChecked(
  store: Pick<Store, 'openEvidence'>,
  file: Digest,
): AsyncGenerator<Uint8Array> {
  const digester = new Digester();
  yield* meter(await store.openEvidence(file.sha512), digester);
  expectSame(digester.digest(), file);
}
