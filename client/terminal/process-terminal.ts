import { createInterface } from 'node:readline/promises';
import { hasCode } from '../../store/errors';
import type { Terminal } from './terminal';

/** Ctrl-C and Ctrl-D end the question, and leave it unanswered. */
const ask = async (question: string): Promise<string | undefined> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const left = new AbortController();
  lines.once('SIGINT', () => {
    left.abort();
  });
  try {
    return await lines.question(question, { signal: left.signal });
  } catch (error) {
    if (!hasCode(error, ['ABORT_ERR'])) throw error;
    process.stderr.write('\n');
    return undefined;
  } finally {
    lines.close();
  }
};

/** A reader that has seen enough (`rectify list | head`) is no fault. */
const endWithReader = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
};

/** The terminal of this process. Colour only on a screen; https://no-color.org is heeded. */
export const processTerminal = (): Terminal => {
  const { stdout, stderr, stdin, env } = process;
  stdout.on('error', endWithReader);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    columns: stdout.isTTY ? stdout.columns : undefined,
    colour: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
    interactive: stdin.isTTY && stderr.isTTY,
    ask,
    environment: env,
  };
};
