import type { BindingFault } from '../binding';
import type { RecordFault } from '../item/record-fault';

/** Faults that the bag of a round has in common with that of an item. */
type Common = Extract<
  RecordFault,
  {
    type:
      | 'record-missing'
      | 'record-malformed'
      | 'file-unnamed'
      | 'log-broken'
      | 'log-head-differs'
      | 'version-differs'
      | 'signature-bad'
      | 'signature-differs'
      | 'act-unsigned'
      | 'act-repeated'
      | 'key-unagreed'
      | 'amendment-differs'
      | 'undo-differs'
      | 'key-untold'
      | 'info-differs'
      | 'page-differs'
      | 'opening-bad'
      | 'opening-differs'
      | 'opening-signer-unknown'
      | 'opening-missing'
      | 'opening-not-pinned'
      | 'added-untold'
      | 'added-not-pinned';
  }
>;

/** What is wrong with the bag of a round whose checksums are right; `file` is the path of the file that is meant. */
export type RoundOnlyFault =
  /** The log does not end with the close of the round. */
  | { type: 'not-closed'; file: string }
  /** Two files that say the same of the round do not; `field` says what of it. */
  | { type: 'summary-differs'; file: string; field: string; other: string }
  /** The list of documents is not what the log has filed and published. */
  | { type: 'documents-differ'; file: string }
  | { type: 'document-missing'; file: string; title: string; expected: string }
  /** Another file is in the place of the document. Both are SHA-512. */
  | { type: 'document-differs'; file: string; title: string; expected: string; found: string }
  /** A file among the documents that the log does not name. */
  | { type: 'document-unnamed'; file: string }
  /** The ledger is not that of entry `seq` of the log. */
  | { type: 'ledger-of-other-entry'; file: string; seq: number }
  /** The totals in `field` are not what counting the rows gives. */
  | { type: 'totals-differ'; file: string; field: string }
  /** The notice of entry `seq` was published with other figures than its ledger has. */
  | { type: 'figures-differ'; file: string; seq: number }
  /** The ledger has other items than the plan. */
  | { type: 'items-differ'; file: string }
  /** The bags that are named are not those that ledger and log tell of; here this life of an item. */
  | { type: 'bag-reference-differs'; file: string; item: string; cycle: number }
  /** Two bags have one archive number. */
  | { type: 'archive-number-twice'; file: string; archiveNumber: string }
  /** The bag of an item that lies beside has another tag manifest. Both are SHA-512. */
  | { type: 'item-bag-differs'; file: string; bag: string; expected: string; found: string }
  /** Entry `seq` of the log attests entry `entries`, which is another. */
  | { type: 'attested-other'; file: string; seq: number; entries: number }
  /** The log of an item did not go on from its entry `entries`, which the round had seen. */
  | { type: 'item-log-went-back'; file: string; item: string; cycle: number; entries: number }
  /** The bag of an item that lies beside has a log of `found` entries, without entry `entries` as the round had seen it. */
  | { type: 'item-log-lacks'; file: string; bag: string; entries: number; found: number }
  /** The bag of an item that lies beside begins otherwise than the log of the round tells of its life `cycle`. */
  | { type: 'item-begins-otherwise'; file: string; bag: string; cycle: number };

export type RoundFault = Common | BindingFault | RoundOnlyFault;
