import type { RoundId } from '../../../../base/ids';

/** New plans, and plans that are imported. */
export interface PlanWords {
  head: Record<'number' | 'problem' | 'kind' | 'deadline' | 'section' | 'people' | 'measures', string>;
  /** How many deadlines have passed already, and of which items. */
  past: Record<'items' | 'measures', (deadlines: number, items: readonly string[]) => string>;
  /** What is doubtful about who helps with items; `of` is one owner who reviews the item. */
  helpers: Record<'reviewing' | 'withoutContact' | 'withoutKey', (names: readonly string[]) => string> & {
    of: (item: string, name: string, role: string) => string;
  };
  /** Open rounds that gave no answer, so that their people could not be compared. */
  unasked: (rounds: readonly string[]) => string;
  provisional: (years: readonly number[]) => string;
  outcome: Record<
    'started' | 'unchanged' | 'dry-run' | 'unchecked',
    (round: RoundId, items: number) => string
  >;
  init: {
    plan: (path: string) => string;
    keys: (people: number, folder: string) => string;
    /** What to do next, one line each. */
    next: (plan: string) => string[];
    nextWithKeys: (next: {
      plan: string;
      keys: string;
      trust: string;
      handler: string;
      signers: string;
    }) => string[];
  };
}
