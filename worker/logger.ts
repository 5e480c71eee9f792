import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import type { Configuration } from './configuration';

/** What is an error in the fields of an entry is said as text: an `Error` has no fields that JSON shows. */
const shown = (_: string, value: unknown): unknown => {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  return typeof value === 'bigint' ? value.toString() : value;
};

/** An entry as one line of JSON; the names of the SDK's fields (`workflowId`, `runId`, `activityId` ...) are as it gives them. */
export const jsonLine = ({ level, message, timestampNanos, meta }: LogEntry): string => {
  const time = new Date(Number(timestampNanos / 1_000_000n)).toISOString();
  return JSON.stringify({ time, level, message, ...meta }, shown);
};

/** The log of a worker, on stderr, as it is to be read: by people, or by programs (`LOG_FORMAT`). */
export const loggerOf = ({
  LOG_LEVEL,
  LOG_FORMAT,
}: Pick<Configuration, 'LOG_LEVEL' | 'LOG_FORMAT'>): DefaultLogger =>
  LOG_FORMAT === 'text'
    ? new DefaultLogger(LOG_LEVEL)
    : new DefaultLogger(LOG_LEVEL, (entry) => {
        process.stderr.write(`${jsonLine(entry)}\n`);
      });
