import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { hasCode } from '../../../store/errors';
import { openFile } from './opener';
import { readable } from './readable';
import type { Terminal } from './terminal';

/** Ctrl-C and Ctrl-D end the question, and leave it unanswered. */
const answerTo = async (question: string, lines: Interface): Promise<string | undefined> => {
  const left = new AbortController();
  lines.once('SIGINT', () => {
    left.abort();
  });
  try {
    return readable(await lines.question(question, { signal: left.signal }));
  } catch (error) {
    if (!hasCode(error, ['ABORT_ERR'])) throw error;
    process.stderr.write('\n');
    return undefined;
  } finally {
    lines.close();
  }
};

const ask = (question: string): Promise<string | undefined> =>
  answerTo(question, createInterface({ input: process.stdin, output: process.stderr }));

/** The line editor echoes into nowhere. */
const askSecret = async (question: string): Promise<string | undefined> => {
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  process.stderr.write(question);
  const answer = await answerTo(
    '',
    createInterface({ input: process.stdin, output: nowhere, terminal: true }),
  );
  process.stderr.write('\n');
  return answer;
};

/** A reader that closes early (`rectify list | head`) is not a fault. */
const endWithReader = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
};

/** The terminal of this process. Colour only on a screen; https://no-color.org is followed. */
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
    askSecret,
    input: () => readAll(stdin),
    openFile: (path) => openFile(path, env),
    environment: env,
  };
};
