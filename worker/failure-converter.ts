import { DefaultFailureConverter } from '@temporalio/common';

/** Failures of activities where payloads are encrypted: message and stack trace become a payload, too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
