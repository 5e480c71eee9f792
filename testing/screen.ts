import { readFile } from 'node:fs/promises';
import type { Environment } from '../client/api/settings';
import type { Terminal } from '../client/cli/terminal/terminal';

/** A terminal that keeps what it was shown. */
export interface Screen extends Terminal {
  /** Everything written so far. */
  written: { out: string; err: string };
  /** What it was asked. */
  questions: string[];
  /** Files that it has opened, as they were then. */
  opened: { path: string; content: Buffer }[];
}

/** By default not interactive and without colours; `answers` are given in order. */
export const aScreen = (
  more: Partial<Pick<Terminal, 'columns' | 'colour' | 'interactive'>> & {
    /** Whether files can be opened here. */
    opens?: boolean;
    environment?: Environment;
    answers?: string[];
    input?: string;
  } = {},
): Screen => {
  const { environment = { LANG: 'zh_CN.UTF-8' }, answers = [], input = '', opens = true, ...rest } = more;
  const written = { out: '', err: '' };
  const questions: string[] = [];
  const opened: Screen['opened'] = [];
  const ask = (question: string) => {
    questions.push(question);
    return Promise.resolve(answers.shift());
  };
  return {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    columns: undefined,
    colour: false,
    interactive: false,
    ask,
    askSecret: ask,
    input: () => Promise.resolve(input),
    openFile: async (path) => {
      if (opens) opened.push({ path, content: await readFile(path) });
      return opens;
    },
    environment,
    ...rest,
    written,
    questions,
    opened,
  };
};
