import type { Command } from 'commander';
import type { Language } from '../../domain/round/roster';
import type { CliWords } from './language';
import type { Paper } from './terminal/paper';
import type { Terminal } from './terminal/terminal';

/** What every verb is given. */
export interface Cli {
  terminal: Terminal;
  language: Language;
  say: CliWords;
  /** Results: a table or sentences, or JSON with `--json`. */
  out: Paper;
  /** Everything else a person should see. */
  err: Paper;
  /** `--round` and `--as`, or what the environment says of them. */
  round: string | undefined;
  person: string | undefined;
  /** `--key` or RECTIFY_KEY: the file of the key to sign with. */
  key: string | undefined;
  /** The exit code of the program once the verb is done. */
  exitCode: number;
}

/** Declares the arguments and options of a verb, and what it does. */
export type Register = (command: Command, cli: Cli) => void;
