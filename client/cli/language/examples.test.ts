import type { Command } from 'commander';
import type { Language } from '../../../domain/round/roster';
import { run } from '../main';
import type { Cli } from '../context';
import { parseItem } from '../arguments/item-argument';
import { createProgram } from '../program';
import { LANGUAGES } from '../../api/settings';
import { Paper } from '../terminal/paper';
import { aScreen } from '../../../testing/screen';
import { VERBS, type VerbName } from '../verbs/table';
import { cliWords } from '.';

const names = Object.keys(VERBS) as VerbName[];
const examplesOf = (verb: VerbName, language: Language): string[] =>
  cliWords(language).examples[verb].filter((line) => line !== undefined);
const all = LANGUAGES.flatMap((language) =>
  names.flatMap((verb) => examplesOf(verb, language).map((line) => ({ language, verb, line }))),
);

/** The words of an example: without `rectify` before them, `source <( )` around them and the remark after them. */
const argsOf = (line: string): string[] => {
  const [command = ''] = line.replace(/^source <\((.*)\)/, '$1').split(' # ');
  const [program, ...args] = (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
  expect(program).toBe('rectify');
  return args;
};

const aCli = (language: Cli['language']): Cli => {
  const terminal = aScreen();
  const paper = new Paper(terminal.out, terminal);
  return {
    terminal,
    language,
    say: cliWords(language),
    out: paper,
    err: paper,
    round: undefined,
    person: undefined,
    key: undefined,
    exitCode: 0,
  };
};

test.each(all)('$language: "$line" is read by $verb as it stands', async ({ language, verb, line }) => {
  const args = argsOf(line);
  expect(args[0]).toBe(verb);
  const program = await createProgram(args, aCli(language));
  const called: Command[] = [];
  for (const command of program.commands)
    for (const one of [command, ...command.commands]) one.action(() => void called.push(one));
  await program.parseAsync(args, { from: 'user' });
  expect(called.map((one) => (one.parent === program ? one : one.parent)?.name())).toEqual([verb]);
  const [command] = called;
  const items = command?.registeredArguments.flatMap((argument, index) =>
    argument.name() === 'item' ? (command.processedArgs[index] as string | string[]) : [],
  );
  // A file of the plan can stand in the place of an item.
  for (const item of items ?? []) if (!item.endsWith('.yaml')) parseItem(item);
});

test.each(LANGUAGES.flatMap((language) => names.map((verb) => [language, verb] as const)))(
  'in %s the help of %s ends with its examples',
  async (language, verb) => {
    const screen = aScreen();
    await run(['--lang', language, verb, '--help'], screen);
    const lines = screen.written.out.trimEnd().split('\n');
    const examples = examplesOf(verb, language);
    expect(lines.slice(-examples.length)).toEqual(examples.map((line) => `  ${line}`));
  },
);
