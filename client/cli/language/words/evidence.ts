import type { WhyNotOpened } from '../../evidence/harmless';
import type { EvidenceFault } from '../../trouble/trouble';

/** Evidence that somebody opens or saves. */
export interface EvidenceWords {
  group: string;
  open: string;
  save: string;
  /** Ends the help of `open`. */
  opens: string;
  opened: (title: string) => string;
  /** Where a copy is that no program here can show. */
  noScreen: (path: string) => string;
  /** Why a file was saved instead, and where. */
  notOpened: Record<WhyNotOpened, (path: string) => string>;
  saved: (path: string) => string;
  savedAll: (files: number, folder: string) => string;
  /** The folder for all evidence of an item. */
  folder: (item: string) => string;
  /** Asks for the number of a file, of so many. */
  which: (files: number) => string;
  /** A file that is not what was handed in, or not there. */
  fault: Record<EvidenceFault, (no: number, title: string) => string>;
  /** Before a decision: so many files could not be opened; or none, since the store is away. */
  unopened: (files: number) => string;
  away: (why: string) => string;
  list: ListWords;
}

interface ListWords {
  /** The name of the file without its extension. */
  name: string;
  heading: (files: number) => string;
  hash: (hash: string) => string;
  entry: (no: number, title: string) => string;
  facts: (of: { measure: number; day: string; size: string; by: string }) => string;
  file: (name: string) => string;
}
