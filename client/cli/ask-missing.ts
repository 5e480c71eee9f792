import { type Command, CommanderError } from 'commander';
import { CivilDate } from '../../domain/calendar/civil';
import type { Cli } from './context';

/** What was left out: how it is called, what it is, and the arguments that say it. */
type Missing = { flags: string; what: string; added: (args: readonly string[], answer: string) => string[] };

/** `--` ends the options: what comes before it is one, what follows is a text, whatever it begins with. */
const END = '--';

const withOption = (args: readonly string[], option: string): string[] => {
  const end = args.includes(END) ? args.indexOf(END) : args.length;
  return [...args.slice(0, end), option, ...args.slice(end)];
};

const withArgument = (args: readonly string[], argument: string): string[] => [
  ...args,
  ...(args.includes(END) ? [] : [END]),
  argument,
];

/** What commander says is missing, of a verb about an item that was named. */
const missingIn = ({ code, message }: CommanderError, verb: Command): Missing | undefined => {
  const [first, ...others] = verb.registeredArguments;
  if (first?.name() !== 'item' || verb.args.length === 0) return undefined;
  const named = /'([^']*)'/.exec(message)?.[1];
  if (code === 'commander.missingMandatoryOptionValue') {
    const option = verb.options.find(({ flags }) => flags === named);
    if (!option?.long) return undefined;
    const { long, flags, description: what } = option;
    return { flags, what, added: (args, answer) => withOption(args, `${long}=${answer}`) };
  }
  if (code !== 'commander.missingArgument') return undefined;
  const argument = others.find((one) => one.name() === named);
  return argument && { flags: argument.name(), what: argument.description, added: withArgument };
};

/** Asks until there is an answer of the right form; undefined when there is none. */
const answerFor = async (
  { flags, what }: Missing,
  { terminal, say, err }: Cli,
): Promise<string | undefined> => {
  for (;;) {
    const answer = (await terminal.ask(say.common.label(what)))?.trim() ?? '';
    if (answer === '') return undefined;
    if (!flags.endsWith('<date>') || CivilDate.safeParse(answer).success) return answer;
    err.line(
      say.trouble.of['bad-value']({ type: 'bad-value', option: flags, given: answer, expected: 'date' }),
    );
  }
};

/**
 * Asks a person at a terminal for what a command about an item still needs, one thing at a time: a command as a mail prints
 * it names item and person only. Returns the arguments with the answer; undefined where nobody can be asked, or does not
 * answer, so that the fault is told as it is.
 */
export const askMissing = async (
  error: unknown,
  verb: Command | undefined,
  args: readonly string[],
  cli: Cli,
): Promise<string[] | undefined> => {
  if (!(error instanceof CommanderError) || !verb || !cli.terminal.interactive) return undefined;
  const missing = missingIn(error, verb);
  const answer = missing && (await answerFor(missing, cli));
  return answer === undefined ? undefined : missing?.added(args, answer);
};
