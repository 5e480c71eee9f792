import { Command } from 'commander';
import { version } from '../../package.json';
import { ChoiceOption } from './arguments/choice';
import type { Cli, Register } from './context';
import type { CliWords } from './language';
import { LANGUAGES } from '../api/settings';
import { widthOf } from '../../base/width';
import { LOADERS } from './verbs/load';
import { GROUPS, VERBS, type VerbName } from './verbs/table';

const names = Object.keys(VERBS) as VerbName[];

/** In the order of the groups, as the help shows them. */
const inGroups = GROUPS.flatMap((group) => names.filter((name) => VERBS[name] === group));

const addGlobals = (program: Command, { say }: Cli): Command =>
  program
    .addOption(
      new ChoiceOption('--lang <language>', say.option.lang, {
        codes: LANGUAGES,
        said: { 'zh-CN': 'zh', en: 'en' },
      }),
    )
    .option('--round <round>', say.option.round)
    .option('--as <person>', say.option.as)
    .option('--key <file>', say.option.key)
    .helpOption('-h, --help', say.option.help)
    .version(version, '-V, --version', say.option.version);

/** The same settings for the program and each verb: commander prints nothing itself and never exits. */
const behave = (command: Command, { say, terminal }: Cli): Command =>
  command
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: () => undefined,
      getOutHelpWidth: () => terminal.columns ?? 110,
    })
    .configureHelp({
      displayWidth: widthOf,
      styleTitle: (title) => say.help.title[title] ?? title,
      showGlobalOptions: true,
      // Commander would add the choices in English; our message for a wrong one lists them all.
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
    });

/** Ends the help of a verb. */
const examplesText = (name: VerbName, { help, examples }: CliWords): string => {
  const lines = examples[name].filter((line) => line !== undefined);
  return `\n${help.examples}\n${lines.map((line) => `  ${line}\n`).join('')}`;
};

const addVerb = async (program: Command, name: VerbName, cli: Cli, isCalled: boolean): Promise<void> => {
  const { help, option } = cli.say;
  const verb = behave(program.command(name), cli)
    .description(help.verb[name])
    .helpGroup(cli.say.common.label(help.group[VERBS[name]]).trim())
    .helpOption('-h, --help', option.help);
  if (!isCalled) return;
  verb.addHelpText('after', () => examplesText(name, cli.say));
  const register: Register = await LOADERS[name]();
  register(verb, cli);
};

/**
 * The program with all its verbs. Only those among the arguments are loaded whole, so that no
 * start waits for what it does not need.
 */
export const createProgram = async (args: readonly string[], cli: Cli): Promise<Command> => {
  const { help } = cli.say;
  const program = behave(new Command('rectify'), cli).description(help.description);
  addGlobals(program, cli).helpCommand('help [verb]', help.helpVerb).addHelpText('after', `\n${help.start}`);
  for (const name of inGroups) await addVerb(program, name, cli, args.includes(name));
  program.hook('preAction', () => {
    const { round, as, key } = program.opts<{ round?: string; as?: string; key?: string }>();
    cli.round = round ?? cli.round;
    cli.person = as ?? cli.person;
    cli.key = key ?? cli.key;
  });
  return program;
};
