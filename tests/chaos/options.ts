import { parseArgs } from 'node:util';
import { FAULT_KINDS, type FaultKind, FAULTS, isFaultKind } from './faults';

export type Options = {
  minutes: number;
  seed: number;
  production: boolean;
  workers: number;
  kinds: readonly FaultKind[];
  json: boolean;
};

export const USAGE = `npm run chaos -- [--minutes M] [--seed S] [--production] [--workers N] [--only KIND,...] [--json]

Plays rounds on real processes while a monkey kills, stops and cuts what it can; then checks that nothing was lost.
  --minutes     how long the monkey is at work, 2 to 600 (5); then everything is to become quiet by itself
  --seed        decides what the monkey and the people do (1)
  --production  on PostgreSQL and the Temporal server as they are operated, not on a dev server
  --workers     how many worker processes, 1 to 8 (2)
  --only        of these kinds alone: ${FAULT_KINDS.join(', ')}
  --json        the report as one line of JSON
`;

const wholeIn = (
  text: string | undefined,
  usual: number,
  [least, most]: readonly [number, number],
): number => {
  const number = text === undefined ? usual : Number(text);
  if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
  throw new RangeError(`${text ?? ''} is not a whole number from ${least} to ${most}`);
};

const kindsIn = (text: string | undefined, production: boolean): readonly FaultKind[] => {
  if (text === undefined) return FAULT_KINDS.filter((kind) => production || FAULTS[kind].on !== 'database');
  return text.split(',').map((name) => {
    if (isFaultKind(name)) return name;
    throw new RangeError(`${name} is no kind of fault`);
  });
};

/** @throws RangeError, or what `parseArgs` throws, for what cannot be done */
export const optionsIn = (args: string[]): Options => {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string' },
      seed: { type: 'string' },
      production: { type: 'boolean' },
      workers: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  return {
    minutes: wholeIn(values.minutes, 5, [2, 600]),
    seed: wholeIn(values.seed, 1, [0, 2 ** 31 - 1]),
    production: values.production ?? false,
    workers: wholeIn(values.workers, 2, [1, 8]),
    kinds: kindsIn(values.only, values.production ?? false),
    json: values.json ?? false,
  };
};
