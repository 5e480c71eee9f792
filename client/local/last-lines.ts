import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The last lines of what a program said: what a person needs when it dies. */
export interface LastLines {
  /** The last lines so far. */
  text(separator: string): string;
  /** The same, once everything has been read: for a program that has ended. */
  atEnd(separator: string): Promise<string>;
}

/** Reads `streams` to their end, passes each line to `hear`, keeps the last `count` that are not empty. */
export function lastLines(
  count: number,
  streams: Readable[],
  hear: (line: string) => void = () => undefined,
): LastLines {
  const lines: string[] = [];
  const text = (separator: string) => (lines.length === 0 ? 'it said nothing' : lines.join(separator));
  const keep = (line: string) => {
    hear(line);
    if (line.trim() === '') return;
    lines.push(line.trim());
    if (lines.length > count) lines.shift();
  };
  const heard = streams.map((input) => once(createInterface({ input }).on('line', keep), 'close'));
  return { text, atEnd: (separator) => Promise.all(heard).then(() => text(separator)) };
}
