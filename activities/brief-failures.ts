import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/**
 * Of a failure that is tried again, the server keeps 4 KiB with all its causes (`limit.mutableStateActivityFailureSize.error`),
 * in which, encrypted, four of these fit. What is larger it cuts down to its types, and nobody learns what is wrong.
 */
const [CAUSES, MESSAGE_BYTES, STACK_BYTES] = [3, 250, 450];

/** The beginning of a text, up to so many octets of UTF-8. */
const beginning = (text: string, bytes: number): string => {
  const whole = Buffer.from(text, 'utf8');
  if (whole.length <= bytes) return text;
  return `${whole
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\uFFFD$/, '')}…`;
};

/** Shortens an error and its causes in place. */
export const shorten = (error: unknown, causes = CAUSES): void => {
  if (!(error instanceof Error)) return;
  if (error.stack !== undefined) error.stack = beginning(error.stack, STACK_BYTES);
  error.message = beginning(error.message, MESSAGE_BYTES);
  if (causes === 0) delete error.cause;
  else shorten(error.cause, causes - 1);
};

/** Has failures stay so short that the server keeps what they say. */
export const briefFailures: ActivityInterceptorsFactory = () => ({
  inbound: {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        shorten(error);
        throw error;
      }
    },
  },
});
