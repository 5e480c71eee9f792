import type { Command, CommanderError } from 'commander';
import type { CliWords } from '../language';
import { MISUSES } from '../language/cli-words';

const PREFIX = 'commander.';

/** Help and version end the program too, but are no fault. */
export const isAnswered = ({ exitCode }: CommanderError): boolean => exitCode === 0;

/** Complains, as commander does of one that is always needed, of an option that is needed beside others. */
export const missingOption = (command: Command, flags: string): never =>
  command.error(`error: required option '${flags}' not specified`, {
    code: `${PREFIX}missingMandatoryOptionValue`,
  });

/** What commander complains about, in the person's language; its own words where there are no others. */
export const sayMisuse = ({ code, message }: CommanderError, { misuse }: CliWords): string => {
  const known = MISUSES.find((name) => code === PREFIX + name);
  const given = /'([^']*)'/.exec(message)?.[1];
  if (known === undefined || given === undefined) return message.replace(/^error: /, '');
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  return misuse[known](given, meant);
};
