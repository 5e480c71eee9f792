import type { FaultDetail, FaultType, Place } from '../fault';

/** How a language says what is wrong at a place, and what to do about it. */
export interface FaultWords {
  /** Line and item, before the sentence. */
  lead: (place: Place) => string;
  /** Several faults of a kind in one line. */
  many: {
    /** `line`: of the first, in a file that has lines. `places`: numbers of items, in short. */
    fields: (
      key: string,
      ofMeasures: boolean,
      found: { count: number; places: readonly string[]; line: number | undefined },
    ) => string;
    /** `whom`: names, or, unless `named`, lines. */
    people: (key: string, whom: readonly string[], named: boolean) => string;
    /** `line`: as in `fields`. */
    round: (keys: readonly string[], line: number | undefined) => string;
    keys: (people: readonly string[]) => string;
  };
  sentence: { [T in FaultType]: (fault: Place & Extract<FaultDetail, { type: T }>) => string };
}
