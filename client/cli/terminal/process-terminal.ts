import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { hasCode } from '../../../store/errors';
import { Interrupted } from './interrupted';
import { openFile } from './opener';
import { readable } from './readable';
import type { Terminal } from './terminal';

/** Ctrl-D, as the end of the input, leaves the question unanswered. Throws `Interrupted` for Ctrl-C. */
const answerTo = async (question: string, lines: Interface): Promise<string | undefined> => {
  const left = new AbortController();
  lines.once('SIGINT', () => {
    left.abort(new Interrupted());
  });
  lines.once('close', () => {
    left.abort();
  });
  try {
    return readable(await lines.question(question, { signal: left.signal }));
  } catch (error) {
    if (!hasCode(error, ['ABORT_ERR'])) throw error;
    process.stderr.write('\n');
    if (left.signal.reason instanceof Interrupted) throw left.signal.reason;
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
  // What ends the input has been answered with a new line already.
  if (answer !== undefined) process.stderr.write('\n');
  return answer;
};

/** What a shell reports of a program that SIGPIPE has ended. */
const PIPE_CLOSED = 141;

/**
 * Ends the process when its reader has had enough (`rectify verify ... | head`), with the fault found so far, else as a
 * closed pipe ends other programs. Without a reader of its messages it goes on: the results are still wanted.
 */
export const endWithReaders = (faultSoFar: () => number): void => {
  process.stdout.on('error', (error) => {
    if (!hasCode(error, ['EPIPE'])) throw error;
    process.exit(faultSoFar() || PIPE_CLOSED);
  });
  process.stderr.on('error', (error) => {
    if (!hasCode(error, ['EPIPE'])) throw error;
  });
};

/** The terminal of this process. Colour only on a screen; https://no-color.org is followed. */
export const processTerminal = (): Terminal => {
  const { stdout, stderr, stdin, env } = process;
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
