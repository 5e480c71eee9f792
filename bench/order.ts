import { parseArgs } from 'node:util';
import type { Bench, Setting } from './bench';
import { whereOf } from './world';

export type Benches = Readonly<Record<string, Bench>>;

/** What is to be run, and how its figures are told. */
export type Order = {
  benches: [string, Bench][];
  runs: number;
  setting: Setting;
  asJson: boolean;
  save: boolean;
  /** Only to be told what there is. */
  help: boolean;
};

export const usageOf = (benches: Benches): string =>
  `npm run bench -- [--help] [NAME ...] [--runs N] [--on dev|postgres] [--set NAME=VALUE of the workers ...] [--json] [--save]

${Object.entries(benches)
  .map(([name, { about, numbers }]) => {
    const options = Object.entries(numbers).map(([option, value]) => ` [--${option} ${value}]`);
    return `  ${name}${options.join('')}\n      ${about}\n`;
  })
  .join('')}`;

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1))
    throw new RangeError(`--${name} ${text}: a whole number from 1 on is wanted`);
  return value;
};

const settingOf = (pair: string): [name: string, value: string] => {
  const end = pair.indexOf('=');
  if (end < 1) throw new RangeError(`--set ${pair}: NAME=VALUE is wanted`);
  return [pair.slice(0, end), pair.slice(end + 1)];
};

const chosenOf = (names: readonly string[], benches: Benches): [string, Bench][] =>
  names.map((name) => {
    const bench = benches[name];
    if (!bench) throw new RangeError(`there is no bench ${name}`);
    return [name, bench];
  });

const namesOfNumbers = (benches: readonly Bench[]): string[] => [
  ...new Set(benches.flatMap(({ numbers }) => Object.keys(numbers))),
];

/**
 * The order that arguments give; without a name all benches are run.
 * @throws RangeError for a name, number or setting that is none, or a number that no bench of the order has; what
 * `parseArgs` throws for other options
 */
export const orderIn = (args: string[], benches: Benches): Order => {
  const allNumbers = namesOfNumbers(Object.values(benches));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      runs: { type: 'string', default: '1' },
      on: { type: 'string', default: 'dev' },
      set: { type: 'string', multiple: true, default: [] },
      ...Object.fromEntries(allNumbers.map((name) => [name, { type: 'string' as const }])),
    },
  });
  const chosen = chosenOf(positionals.length > 0 ? positionals : Object.keys(benches), benches);
  const known = namesOfNumbers(chosen.map(([, bench]) => bench));
  const given = values as Record<string, unknown>;
  const numbers = allNumbers.flatMap((name): [string, number][] => {
    const text = given[name];
    if (typeof text !== 'string') return [];
    if (!known.includes(name)) throw new RangeError(`none of these benches has --${name}`);
    return [[name, numberOf(name, text)]];
  });
  return {
    benches: chosen,
    runs: numberOf('runs', values.runs),
    setting: {
      on: whereOf(values.on),
      numbers: Object.fromEntries(numbers),
      settings: Object.fromEntries(values.set.map(settingOf)),
    },
    asJson: values.json,
    save: values.save,
    help: values.help,
  };
};
