import { DefaultFailureConverter } from '@temporalio/common';

/** Set, in the code that a worker gives to workflows, where it encrypts payloads: workflows read no configuration. */
export const ENCRYPTS = '__rectify_encrypts';

/**
 * Failures as workflows hand them on: where payloads are encrypted, message and stack trace become a payload, too. What was
 * made one way can be read the other way.
 */
export const failureConverter = new DefaultFailureConverter({
  encodeCommonAttributes: ENCRYPTS in globalThis,
});
