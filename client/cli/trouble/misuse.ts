import type { Command, CommanderError } from 'commander';

const PREFIX = 'commander.';

/** What commander calls a wrong use of the program, without its prefix. */
const MISUSES = [
  'unknownOption',
  'unknownCommand',
  'missingArgument',
  'optionMissingArgument',
  'missingMandatoryOptionValue',
  'invalidArgument',
  'excessArguments',
] as const;
export type Misuse = (typeof MISUSES)[number];

type MisuseWords = Record<Misuse, (given: string, meant: string | undefined) => string>;

/** Help and version end the program too, but are no fault. */
export const isAnswered = ({ exitCode }: CommanderError): boolean => exitCode === 0;

/** Complains of a missing option that others require, as commander does of one that is always required. */
export const missingOption = (command: Command, flags: string): never =>
  command.error(`error: required option '${flags}' not specified`, {
    code: `${PREFIX}missingMandatoryOptionValue`,
  });

/** An option as a person types it: `dropMeasure` is `--drop-measure`. */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** What commander complains about, in the person's language; its own words where there are no others. */
export const sayMisuse = ({ code, message }: CommanderError, words: MisuseWords): string => {
  const known = MISUSES.find((name) => code === PREFIX + name);
  const given = /'([^']*)'/.exec(message)?.[1];
  if (known === undefined || given === undefined) return message.replace(/^error: /, '');
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  return words[known](given, meant);
};
