import type { Argument, Command, Option } from 'commander';
import { ChoiceOption } from '../arguments/choice';
import type { Cli } from '../context';
import { createProgram } from '../program';
import { setting } from '../../api/settings';
import { Paper } from '../terminal/paper';
import { safe } from '../../../base/printable';
import { items, openRounds, people } from './known';
import { placeOf, type Place } from './place';
import { type Candidate, FILES, FOLDERS, type Line, lineOf } from './protocol';

type Answer = Candidate[] | typeof FILES | typeof FOLDERS;

/**
 * The values of an argument, by the name that commander shows between the brackets: so a verb is completed as long
 * as it names its arguments like all others.
 */
const SOURCES: Readonly<Record<string, (cli: Cli, begun: string) => Answer | Promise<Answer>>> = {
  file: () => FILES,
  folder: () => FOLDERS,
  bag: () => FOLDERS,
  round: openRounds,
  person: people,
  item: items,
};

/** `person` of `<person>`, `<person...>` and `[person]`. */
const placeholder = (of: Option | Argument): string =>
  'flags' in of ? (/[<[]([^>\].]*)/.exec(of.flags)?.[1] ?? '') : of.name();

/** Codes; or the words for them, once somebody has begun to type one. */
const choicesOf = (of: Option | Argument, begun: string): Candidate[] => {
  const said: Readonly<Record<string, string>> =
    of instanceof ChoiceOption ? (of.choicesSaid.said ?? {}) : {};
  const codes = (of.argChoices ?? []).map((word) => ({ word, ...(said[word] && { means: said[word] }) }));
  if (codes.some(({ word }) => word.startsWith(begun))) return codes;
  return codes.flatMap(({ word, means }) => (means === undefined ? [] : { word: means, means: word }));
};

const named = (commands: readonly Command[]): Candidate[] =>
  commands.map((command) => ({ word: command.name(), means: command.description() }));

const verbsOf = (program: Command): Candidate[] => named(program.createHelp().visibleCommands(program));

const optionsOf = (options: readonly Option[]): Candidate[] =>
  options.map(({ long, short, description }) => ({ word: long ?? short ?? '', means: description }));

type Value = Extract<Place, { at: 'value' }>;

const valuesOf = async ({ of, begun }: Value, cli: Cli): Promise<Answer> =>
  of.argChoices ? choicesOf(of, begun) : ((await SOURCES[placeholder(of)]?.(cli, begun)) ?? []);

const withSubVerbs = ({ subVerbs }: Value, values: Answer): Answer =>
  typeof values === 'string' ? values : [...named(subVerbs), ...values];

const answerAt = async (place: Place, program: Command, cli: Cli): Promise<Answer> => {
  switch (place.at) {
    case 'verb':
      return verbsOf(program);
    case 'option':
      return optionsOf(place.options);
    case 'value':
      return withSubVerbs(place, await valuesOf(place, cli));
    case 'nothing':
      return [];
  }
};

/** Prints lines of their own for each candidate: no text can make two of one, or bring a tab of its own. */
const print = (cli: Cli, answer: Answer, begun: string): void => {
  if (typeof answer === 'string') {
    cli.terminal.out(`${answer}\n`);
    return;
  }
  for (const { word, means } of answer.filter(({ word }) => word.startsWith(begun)))
    cli.terminal.out(means === undefined ? `${safe(word)}\n` : `${safe(word)}\t${safe(means)}\n`);
};

/** The person and round named in the line, before its verb has read it. */
const stated = (cli: Cli, { before }: Line): Cli => {
  const at = before.lastIndexOf('--round');
  const joined = before.findLast((word) => word.startsWith('--round='))?.slice('--round='.length);
  const round = joined ?? (at < 0 ? undefined : before[at + 1]);
  return { ...cli, ...(round !== undefined && { round }) };
};

/**
 * Answers a shell (`protocol.ts`). Silent whatever happens: the person is in the middle of a line.
 * What can be where is asked of the program itself, so that nothing has to be said twice.
 */
export const complete = async (args: readonly string[], cli: Cli): Promise<void> => {
  const [, index = '', ...words] = args;
  const quiet: Cli = { ...cli, err: new Paper(() => undefined, { colour: false, columns: undefined }) };
  try {
    const line = lineOf(words, Number(index));
    const program = await createProgram(line.before, quiet);
    const place = placeOf(program, line);
    const answer = await answerAt(place, program, stated(quiet, line));
    print(cli, answer, 'begun' in place ? place.begun : '');
  } catch (error) {
    if (setting(cli.terminal.environment, 'RECTIFY_DEBUG') === '1') throw error;
  }
};
