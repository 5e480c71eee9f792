import type { SignatureFault } from '../../domain/identity';
import type { LogFault } from '../../domain/item/log';
import type { BindingFault } from '../binding';
import type { OpeningRecordFault } from '../opening';
import type { Malformed } from './foreign';

/** What is wrong with the record in a bag whose checksums are right; `file` is its path in the bag. */
export type RecordFault =
  | OpeningRecordFault
  | BindingFault
  /** A file that every record has. */
  | { type: 'record-missing'; file: string }
  /** Not the JSON that it should be; `line` in a file of one value a line. */
  | ({ type: 'record-malformed'; file: string; line?: number } & Malformed)
  /** A file beneath `data/` that no record of this form has. */
  | { type: 'file-unnamed'; file: string }
  /** The entry that calls itself `seq` does not continue the chain. */
  | { type: 'log-broken'; file: string; seq: number; fault: LogFault['fault'] }
  /** The last entry is not the one that `bag-info.txt` names. */
  | { type: 'log-head-differs'; file: string; expected: string; found: string }
  /** Policy or calendar in the bag is not the one that the log has put in force last. */
  | { type: 'version-differs'; file: string; expected: string; found: string }
  /** The signature of entry `seq` is not one that a key of its author in `people.json` could give then. */
  | { type: 'signature-bad'; file: string; seq: number; fault: SignatureFault }
  /** What was signed says something else in `field` than entry `seq`. */
  | { type: 'signature-differs'; file: string; seq: number; field: string }
  /** The policy takes signed commands only, but a person's act in entry `seq` has no signature. */
  | { type: 'act-unsigned'; file: string; seq: number }
  /** Entry `seq` repeats another one, signature and all. */
  | { type: 'act-repeated'; file: string; seq: number }
  /** The key of entry `seq` took the place of another, without its agreement and without two who may give it together. */
  | { type: 'key-unagreed'; file: string; seq: number }
  /** The amendment of entry `seq` is not what was signed, made of the item as it was, by those who may. */
  | { type: 'amendment-differs'; file: string; seq: number }
  /** That the import was undone is not what office and head have signed, or the item had been worked on; of a round, that it closed for that. */
  | { type: 'undo-differs'; file: string; seq: number }
  /** A key of somebody in `people.json` that what was signed does not give them, or gives otherwise; or one that it gives and the file lacks. */
  | { type: 'key-untold'; file: string; person: string; kid: string }
  /** Nobody has accepted the closure. */
  | { type: 'not-accepted'; file: string }
  /** The evidence listed does not give the hash noted beside it. */
  | { type: 'manifest-hash-differs'; file: string; expected: string; found: string }
  /** The evidence listed is not what entry `seq` of the log has accepted. */
  | { type: 'manifest-not-accepted'; file: string; seq: number; expected: string; found: string }
  /** The item has other evidence than the manifest lists. */
  | { type: 'manifest-not-of-item'; file: string; expected: string; found: string }
  /** Evidence that the item names is not in the bag. */
  | { type: 'evidence-missing'; file: string; expected: string }
  /** Another file is in the place of the evidence. Both are SHA-512. */
  | { type: 'evidence-differs'; file: string; expected: string; found: string }
  /** A file among the evidence that the item does not name. */
  | { type: 'evidence-unnamed'; file: string }
  /** Paths and titles are not those of the evidence. */
  | { type: 'titles-differ'; file: string }
  /** A receipt without its mail. */
  | { type: 'mail-missing'; file: string; receipt: string }
  /** A mail without its receipt. */
  | { type: 'receipt-missing'; file: string; mail: string }
  /** A mail with another Message-ID than its receipt names. */
  | { type: 'mail-differs'; file: string; expected: string; found: string }
  /** A mail that is not, octet by octet, what its receipt says was sent. Both are SHA-256. */
  | { type: 'mail-altered'; file: string; expected: string; found: string }
  /** A receipt that is not where its mailbox and slot say. */
  | { type: 'receipt-misplaced'; file: string; expected: string }
  /** A receipt that settles no notice of the item. */
  | { type: 'receipt-of-others'; file: string }
  /** A mail is about an entry that the log does not have. */
  | { type: 'receipt-beyond-log'; file: string; notice: string; entries: number }
  /** What `item.json` says in a field is not what the log tells. */
  | { type: 'item-differs'; file: string; field: string }
  /** What `bag-info.txt` says under a label is not what the record says. */
  | { type: 'info-differs'; file: string; label: string; expected: string; found: string }
  /** The page says something else than the record; `line` is the first that does. */
  | { type: 'page-differs'; file: string; line: number };
