import type { Unfinished } from '../../../documents/unfinished';
import type { VerbName } from '../verbs/table';

/** The verbs for what is filed with a round, and for its end. */
export type EndingVerb = Extract<VerbName, 'file-document' | 'publish-notice' | 'close-round'>;

/** What the CLI says of documents, notices and the close of a round. */
export interface EndingWords {
  verb: Record<EndingVerb, string>;
  /** The argument: what is filed or published. */
  file: string;
  option: Record<'kind' | 'title' | 'number' | 'date' | 'item' | 'closeNote', string>;
  /** What was filed, for the answer. */
  filed: (kind: string, title: string) => string;
  figures: string;
  count: (items: number) => string;
  /** Asks whether the notice says just what stands above. */
  saysThis: (title: string) => string;
  /** The file still is a draft: so many gaps, and whether it says so. */
  unfinished: (found: Unfinished) => string;
  /** What is about to be closed, and that it is for ever. */
  closing: (items: number, documents: number, notices: number) => string;
  forEver: string;
  documents: string;
  head: Record<'no' | 'kind' | 'title' | 'number' | 'date' | 'item', string>;
  closed: string;
  bag: string;
  /** The bag of a closed round is still to be written. */
  pending: string;
}
