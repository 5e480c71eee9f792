import { type Command, CommanderError } from 'commander';
import { askMissing } from './ask-missing';
import type { Cli } from './context';
import { COMPLETE } from './completion/protocol';
import { failureOf } from './trouble/failure';
import { cliWords } from './language';
import { isAnswered } from './trouble/misuse';
import { createProgram } from './program';
import { languageOf, setting } from '../api/settings';
import { Paper } from './terminal/paper';
import { endWithReaders, processTerminal } from './terminal/process-terminal';
import { readable } from './terminal/readable';
import type { Terminal } from './terminal/terminal';
import { EXIT } from './trouble/trouble';
import { VERBS } from './verbs/table';

/** `--lang` is needed before the arguments are read, since the help is in that language. */
const askedLanguage = (args: readonly string[]): string | undefined => {
  const at = args.indexOf('--lang');
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
};

const contextOf = (args: readonly string[], terminal: Terminal): Cli => {
  const { environment } = terminal;
  const language = languageOf(askedLanguage(args), environment);
  return {
    terminal,
    language,
    say: cliWords(language),
    out: new Paper(terminal.out, terminal),
    err: new Paper(terminal.err, terminal),
    round: setting(environment, 'RECTIFY_ROUND'),
    person: setting(environment, 'RECTIFY_AS'),
    key: setting(environment, 'RECTIFY_KEY'),
    exitCode: EXIT.done,
  };
};

/** The verb that was called, if there is one of that name. */
const verbIn = (args: readonly string[]): string | undefined => args.find((arg) => arg in VERBS);

/** Says what went wrong; with `--json` also to the program that reads the results. */
const explain = async (error: unknown, args: readonly string[], cli: Cli): Promise<number> => {
  if (error instanceof CommanderError && isAnswered(error)) return EXIT.done;
  const { lines, ...failure } = await failureOf(error, cli);
  cli.exitCode = failure.exit;
  for (const text of lines) cli.err.line({ text, style: 'red' });
  if (error instanceof CommanderError) cli.err.line(cli.say.help.more(verbIn(args) ?? ''));
  if (args.includes('--json')) cli.out.json('error', { error: { ...failure, message: lines.join('\n') } });
  const isTraced = cli.terminal.environment.RECTIFY_DEBUG === '1' && !(error instanceof CommanderError);
  if (isTraced && error instanceof Error) cli.err.text(error.stack ?? String(error));
  return failure.exit;
};

/** Does what the arguments say; what a command lacks is asked for where somebody can be. */
const perform = async (args: readonly string[], cli: Cli, program: Command): Promise<void> => {
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const verb = program.commands.find((command) => command.name() === verbIn(args));
    const whole = await askMissing(error, verb, args, cli);
    if (!whole) throw error;
    await perform(whole, cli, await createProgram(whole, cli));
  }
};

/** Runs the program with the arguments of a command line (without `node` and the script): the exit code. */
export const run = (args: readonly string[], terminal: Terminal): Promise<number> =>
  runIn(args, contextOf(args, terminal));

const runIn = async (args: readonly string[], cli: Cli): Promise<number> => {
  try {
    if (args[0] === COMPLETE) {
      await (await import('./completion/complete')).complete(args.slice(1), cli);
      return EXIT.done;
    }
    args.forEach((arg, index) => readable(arg, index + 1));
    const program = await createProgram(args, cli);
    if (args.length === 0) {
      program.outputHelp();
      return EXIT.done;
    }
    await perform(args, cli, program);
    return cli.exitCode;
  } catch (error) {
    return explain(error, args, cli);
  }
};

/** The program of this process. */
export const main = async (): Promise<void> => {
  const args = process.argv.slice(2);
  const cli = contextOf(args, processTerminal());
  endWithReaders(() => cli.exitCode);
  process.exitCode = await runIn(args, cli);
};
