/** Every fault of the store itself, as Temporal's retry policies name them. */
export type StoreErrorType =
  'StoreUrlError' | 'StoreNameError' | 'StoreConflict' | 'StoreMissing' | 'EvidenceDamaged' | 'BagRefused';

/**
 * A fault that trying again cannot fix. What may pass (a full disk, EIO, a network file system that is
 * away) comes through as a `StoreFault`, and is worth a retry.
 */
export abstract class StoreError extends Error {
  abstract override readonly name: StoreErrorType;
}

/** The URL names no store that this version can open. */
export class StoreUrlError extends StoreError {
  override readonly name = 'StoreUrlError';

  constructor(url: string, reason: string) {
    super(`The store "${url}" cannot be opened: ${reason}`);
  }
}

/** The name is not one that a store can use. */
export class StoreNameError extends StoreError {
  override readonly name = 'StoreNameError';

  constructor(
    readonly subject: string,
    reason: string,
  ) {
    super(`"${subject}" is not a valid name in the store: ${reason}.`);
  }
}

/** The name is already used for different content; nothing was changed. */
export class StoreConflict extends StoreError {
  override readonly name = 'StoreConflict';

  constructor(readonly subject: string) {
    super(`"${subject}" was not written: the name is already used for different content.`);
  }
}

/** There is nothing under the name. */
export class StoreMissing extends StoreError {
  override readonly name = 'StoreMissing';

  constructor(readonly subject: string) {
    super(`"${subject}" does not exist.`);
  }
}

/** The stored file is no longer what was submitted; submitting it again repairs it. */
export class EvidenceDamaged extends StoreError {
  override readonly name = 'EvidenceDamaged';

  constructor(readonly sha512: string) {
    super(`The stored evidence ${sha512} differs from what was submitted.`);
  }
}

/** What was to be written would not be a valid bag; nothing was written. */
export class BagRefused extends StoreError {
  override readonly name = 'BagRefused';

  constructor(bag: string, reason: string) {
    super(`The bag "${bag}" was not written: ${reason}.`);
  }
}

/** True for an error of the operating system with one of these codes, e.g. `ENOENT`. */
export const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.some((code) => code === error.code);
