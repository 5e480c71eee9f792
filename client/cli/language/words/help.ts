import type { VerbGroup, VerbName } from '../../verbs/table';

/** The help of the program and of its verbs. */
export interface HelpWords {
  description: string;
  verb: Record<VerbName, string>;
  group: Record<VerbGroup, string>;
  helpVerb: string;
  /** Commander's own titles, such as `Usage:`. */
  title: Partial<Record<string, string>>;
  /** Ends the help of the program. */
  start: string;
  /** Stands before the examples of a verb. */
  examples: string;
  /** Ends a complaint about a wrong use. */
  more: (verb: string) => string;
}
