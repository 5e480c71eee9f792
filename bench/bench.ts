/** What a bench has found: names with figures, in the order in which they are printed. */
export type Figures = Record<string, number | string>;

/** A measurement that `npm run bench -- NAME` runs. */
export type Bench = {
  /** What it measures, in one line. */
  about: string;
  /** Its options as they are written, with their defaults. */
  usage: string;
  /** Throws where what is to be measured did not come about: then there are no figures. */
  run: (args: string[]) => Promise<Figures>;
};
