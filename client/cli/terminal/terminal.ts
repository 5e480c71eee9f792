import type { Environment } from '../../api/settings';

/** The terminal of a person or a script. Tests have their own. */
export interface Terminal {
  /** Results. */
  out: (text: string) => void;
  /** Everything that is not a result. */
  err: (text: string) => void;
  /** Width of a screen; undefined where results go into a file or a pipe. */
  columns: number | undefined;
  colour: boolean;
  /** Somebody can be asked. */
  interactive: boolean;
  /** Shows a question and gives one line of answer; undefined when the input ends instead. */
  ask: (question: string) => Promise<string | undefined>;
  /** The same, but what is typed is not shown. */
  askSecret: (question: string) => Promise<string | undefined>;
  /** Everything that comes in on standard input. */
  input: () => Promise<string>;
  /** Shows a file in the program that the person has for its kind; false where there is no screen, or no such program. */
  openFile: (path: string) => Promise<boolean>;
  environment: Environment;
}
