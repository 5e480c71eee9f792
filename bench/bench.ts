import type { Where } from './world';

/** Names with figures, in groups, in the order in which they are printed. */
export type Figures = { [name: string]: number | Figures };

/** What one run has found: of our system, and of the plain design (plain/) where that was measured beside it. */
export type Sample = { ours: Figures; plain?: Figures };

/** The options of a run: numbers by name, what the server runs on, settings of the workers. */
export type Setting = {
  numbers: Readonly<Record<string, number>>;
  on: Where;
  settings: Readonly<Record<string, string>>;
};

/** A measurement that `npm run bench -- NAME` runs. */
export type Bench = {
  /** What it measures, in one line. */
  about: string;
  /** Its options, all of them whole numbers from 1 on, with their defaults. */
  numbers: Readonly<Record<string, number>>;
  /** Throws where what is to be measured did not come about: then there are no figures. */
  run: (setting: Setting) => Promise<Sample>;
};

/** A number of this run; a bench asks only for those that it names. */
export const numberIn = ({ numbers }: Setting, name: string): number => {
  const found = numbers[name];
  if (found === undefined) throw new Error(`the bench has no option --${name}`);
  return found;
};
