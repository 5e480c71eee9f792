import type { StoreFaultKind } from '../fault-kind';

/** A fault as it is told: of which store (its URL), of which kind, and what the system or S3 said. */
export type ToldFault = { store: string; kind: StoreFaultKind; detail: string };

/** What a store says to people. */
export interface StoreWords {
  /** What keeps the store from working, and what to do: one sentence. */
  fault: (fault: ToldFault) => string;
  /** The same, to whoever looks after work that waits for it. */
  waiting: (fault: ToldFault) => string;
  /** Of a bucket: who may write what in it is not for us to see. */
  policies: string;
}
