import type { Environment } from '../client/api/settings';
import type { Terminal } from '../client/cli/terminal/terminal';

/** A terminal that keeps what it was shown. */
export interface Screen extends Terminal {
  /** Everything written so far. */
  written: { out: string; err: string };
  /** What it was asked. */
  questions: string[];
}

/** By default not interactive and without colours; `answers` are given in order. */
export const aScreen = (
  more: Partial<Pick<Terminal, 'columns' | 'colour' | 'interactive'>> & {
    environment?: Environment;
    answers?: string[];
    input?: string;
  } = {},
): Screen => {
  const { environment = { LANG: 'zh_CN.UTF-8' }, answers = [], input = '', ...rest } = more;
  const written = { out: '', err: '' };
  const questions: string[] = [];
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
    environment,
    ...rest,
    written,
    questions,
  };
};
