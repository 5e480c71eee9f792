/** A mistake that a programmer might make: `was` stands exactly once in `file`, and `is` takes its place. */
export type Bug = {
  /** Unique; `--only` takes it. */
  name: string;
  /** From the root of the project. */
  file: string;
  was: string;
  is: string;
  /** What a user, an operator or an attacker would see. */
  breaks: string;
  /** Why it turned out to break nothing: it is planted no more, and counts for nothing. */
  harmless?: string;
};
