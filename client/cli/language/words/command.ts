import type { RoundId } from '../../../../base/ids';
import type { CivilDate } from '../../../../domain/calendar/civil';

/** What is asked before a command is given, and said when it was. */
export interface CommandWords {
  question: (command: string, what: string) => string;
  hint: string;
  /** The same where evidence can be looked at before the answer. */
  hintOpen: string;
  left: string;
  /** Which of several items comes now, and how many were decided in the end. */
  turn: (no: number, of: number) => string;
  decidedOf: (decided: number, of: number) => string;
  /** What an item has answered. */
  done: (command: string, item: string, status: string, deadline: string | undefined) => string;
  /** What a round has answered, and the items it concerns. */
  doneInRound: (command: string, what: string) => string;
  items: (numbers: string) => string;
  /** The key on this machine is of no use in a round that takes a person's word. */
  unsigned: (path: string, round: RoundId) => string;
  change: ChangeWords;
}

/** What is about to change for a whole round. */
interface ChangeWords {
  moves: (from: string, to: string) => string;
  sides: (side: string, count: number, numbers: string) => string;
  offices: (offices: string) => string;
  nothingMoves: string;
  versions: (from: string, to: string) => string;
  firm: (years: readonly number[]) => string;
  provisional: (deadlines: number, stay: number) => string;
  days: (off: readonly CivilDate[], worked: readonly CivilDate[]) => string;
  withoutKey: (people: readonly string[]) => string;
}
