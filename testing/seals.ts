import { keyLine } from '../base/key-lines';
import { type Sealed, SealKeys, Seals } from '../domain/identity/seal';

/** The keys of the workers in tests and benches. */
export const TEST_SEAL_KEYS = ['test-1', 'test-2']
  .map((id, index) => keyLine({ id, secret: new Uint8Array(32).fill(index + 1) }))
  .join(',');

export const testSeals = (): Seals => new Seals(SealKeys.parse(TEST_SEAL_KEYS));

/** The seal of a message to the workflow `to`, as a worker of the namespace `default` makes it. */
export const sealedFor = (kind: Sealed, to: string, message: unknown): string =>
  testSeals().make(kind, { namespace: 'default', to, message });
