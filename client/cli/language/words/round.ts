import type { RoundId } from '../../../../base/ids';

/** A round on the screen, and its end. */
export interface RoundWords {
  title: (round: RoundId, title: string, body: string) => string;
  feedback: string;
  concentrated: string;
  policy: string;
  identity: Record<'signed' | 'claimed', string>;
  calendar: string;
  provisional: (years: readonly number[]) => string;
  people: string;
  head: Record<'id' | 'name' | 'section' | 'office' | 'deputies' | 'key', string>;
  key: Record<'valid' | 'waiting' | 'expired' | 'revoked' | 'none', string>;
  /** How many can sign, who cannot and whose work waits for it, and what to do. */
  signers: {
    able: (able: number, people: number) => string;
    unable: (people: readonly string[]) => string;
    needed: (people: readonly string[]) => string;
  };
  documents: {
    title: string;
    head: Record<'no' | 'kind' | 'title' | 'number' | 'date' | 'item', string>;
  };
  closed: string;
  bag: string;
  /** The bag of a closed round is still to be written. */
  pending: string;
  log: string;
  /** What is about to be closed, and that it is for good. */
  closing: (items: number, documents: number, notices: number) => string;
  forGood: string;
  /** What an item that is restored begins without. */
  restoring: string;
  /** The log of a round, and whoever has countersigned it last; `times`: how often something was done. */
  attest: Record<'length' | 'head' | 'last' | 'none' | 'since' | 'nothing' | 'and', string> & {
    by: (name: string, entries: number, at: string) => string;
    times: (what: string, times: number) => string;
  };
}
