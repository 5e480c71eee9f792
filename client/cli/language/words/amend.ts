import type { RoundId } from '../../../../base/ids';

/** Amendments of the plan, and commands that wait for a second signature. */
export interface AmendWords {
  /** A row of `rectify round`: which version of the plan stands. */
  version: string;
  /** What a file of the plan as it stands begins with. */
  fileOf: (version: number, file: string) => string[];
  written: (version: number, path: string) => string;
  /** Of an item that was not imported: by which version of the plan it was added, and what it was a part of. */
  added: (version: number, from: string | undefined) => string;
  origin: string;
  /** Before an item that an amendment adds. */
  adds: string;
  splitFrom: string;
  keeps: string;
  toCountersign: (people: readonly string[]) => string;
  waiting: (
    of: { round: RoundId; command: string; items: string },
    people: readonly string[],
    until: string,
  ) => string;
  conflict: (item: string, version: number, why: string) => string;
  by: string;
  until: string;
  reason: string;
  number: string;
  question: (command: string) => string;
  signed: (command: string) => string;
  /** In `rectify show`: what was amended, and by which version. */
  title: string;
  of: (version: number, number: string | undefined, by: string, at: string) => string;
}
