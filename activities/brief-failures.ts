import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/**
 * Of a failure that is tried again, the server keeps 4 KiB with all its causes (`limit.mutableStateActivityFailureSize.error`),
 * in which, encrypted, four of these fit. What is larger it cuts down to its types, and nobody learns what is wrong.
 */
const CAUSES = 3;

/** The outermost message is the one that people read, in both languages. */
const BYTES = {
  message: { outer: 700, cause: 250 },
  stack: 400,
  /** Of a message, where it stands once more before the frames. */
  repeated: 80,
} as const;

/** The beginning of a text, up to so many octets of UTF-8. */
const beginning = (text: string, bytes: number): string => {
  const whole = Buffer.from(text, 'utf8');
  if (whole.length <= bytes) return text;
  return `${whole
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\uFFFD$/, '')}…`;
};

/** Of what a stack begins with no more than is needed to know it by, so that there is room for its frames. */
const framesOf = ({ stack, message }: Error): string | undefined =>
  stack &&
  beginning(
    stack.replace(message, () => beginning(message, BYTES.repeated)),
    BYTES.stack,
  );

/** Shortens an error and its causes in place. */
export const shorten = (error: unknown, depth = 0): void => {
  if (!(error instanceof Error)) return;
  const stack = framesOf(error);
  if (stack !== undefined) error.stack = stack;
  error.message = beginning(error.message, depth === 0 ? BYTES.message.outer : BYTES.message.cause);
  if (depth === CAUSES) delete error.cause;
  else shorten(error.cause, depth + 1);
};

/** Has failures stay so short that the server keeps what they say. */
export const briefFailures: ActivityInterceptorsFactory = () => ({
  inbound: {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        try {
          shorten(error);
        } catch {
          // One that cannot be changed, such as a DOMException, goes as it is.
        }
        throw error;
      }
    },
  },
});
