import type { Argument, Command, Option } from 'commander';
import type { Line } from './protocol';

/** What is at the cursor: a verb, an option, or the value of an option or an argument. */
export type Place =
  | { at: 'verb'; begun: string }
  | { at: 'option'; begun: string; options: readonly Option[] }
  | { at: 'value'; begun: string; of: Option | Argument; subVerbs: readonly Command[] }
  | { at: 'nothing' };

const takesValue = (option: Option): boolean => option.required || option.optional;

/** The reading of a line so far: whose arguments they are, how many, and which option waits for its value. */
type Reading = { verb: Command; count: number; waiting: Option | undefined; onlyArguments: boolean };

const optionsOf = (program: Command, verb: Command): Option[] => {
  const help = program.createHelp();
  const options = [...help.visibleOptions(verb), ...help.visibleOptions(program)];
  return [...new Map(options.map((option) => [option.long ?? option.short, option])).values()];
};

const optionOf = (program: Command, { verb }: Reading, word: string): Option | undefined => {
  const [name] = word.split('=', 1);
  return optionsOf(program, verb).find(({ long, short }) => name === long || name === short);
};

/** Also `help`, which commander does not count among the commands. */
const verbOf = (program: Command, word: string): Command | undefined =>
  program
    .createHelp()
    .visibleCommands(program)
    .find((command) => command.name() === word);

/** A verb within a verb stands where its first argument would: `evidence open`. */
const subVerbOf = ({ verb, count }: Reading, word: string): Command | undefined =>
  count === 0 ? verb.commands.find((command) => command.name() === word) : undefined;

const read = (program: Command, reading: Reading, word: string): Reading => {
  if (reading.waiting) return { ...reading, waiting: undefined };
  if (word === '--' && !reading.onlyArguments) return { ...reading, onlyArguments: true };
  if (word.startsWith('-') && !reading.onlyArguments) {
    const option = optionOf(program, reading, word);
    return option && takesValue(option) && !word.includes('=') ? { ...reading, waiting: option } : reading;
  }
  const verb = reading.verb === program ? verbOf(program, word) : subVerbOf(reading, word);
  return verb ? { ...reading, verb } : { ...reading, count: reading.count + 1 };
};

/** An argument that may come several times is the last one, however many have come. */
const argumentAt = ({ registeredArguments }: Command, index: number): Argument | undefined => {
  const last = registeredArguments.at(-1);
  return registeredArguments[index] ?? (last?.variadic ? last : undefined);
};

const valueOf = (
  of: Option | Argument | undefined,
  begun: string,
  subVerbs: readonly Command[] = [],
): Place => (of ? { at: 'value', begun, of, subVerbs } : { at: 'nothing' });

/** Where the cursor is, as the program itself would read the line. */
export const placeOf = (program: Command, { before, begun }: Line): Place => {
  const start: Reading = { verb: program, count: 0, waiting: undefined, onlyArguments: false };
  const reading = before.reduce((so, word) => read(program, so, word), start);
  const { verb, count, waiting, onlyArguments } = reading;
  if (waiting) return valueOf(waiting, begun);
  if (begun.startsWith('-') && !onlyArguments) {
    const sign = begun.indexOf('=');
    if (sign >= 0) return valueOf(optionOf(program, reading, begun), begun.slice(sign + 1));
    const given = new Set(before.map((word) => word.split('=', 1)[0]));
    const options = optionsOf(program, verb).filter(({ long }) => !given.has(long));
    return { at: 'option', begun, options };
  }
  const isVerb = verb === program ? count === 0 : verb.name() === 'help' && count === 0;
  return isVerb
    ? { at: 'verb', begun }
    : valueOf(argumentAt(verb, count), begun, count === 0 ? verb.commands : []);
};
