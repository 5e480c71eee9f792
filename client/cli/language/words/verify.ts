import type { BagFault } from '../../../../archive/bag';
import type { RecordFault } from '../../../../archive/item/record-fault';
import type { RoundOnlyFault } from '../../../../archive/round/record-fault';
import type { Sentences } from '../sentences';

/** What can be wrong with a bag of any kind. */
export type AnyBagFault = BagFault | RecordFault | RoundOnlyFault;

/** Bags that were verified. */
export interface VerifyWords {
  valid: (files: number, size: string) => string;
  invalid: (faults: number) => string;
  /** The bag was made by another version, so that not everything could be compared. */
  otherForm: string;
  /** So many signed commands do not say for which opening, and on what sight, they were given. */
  unbound: (commands: number) => string;
  /** What has become of the bags of items that a valid bag of a round refers to. */
  itemBags: (found: number, missing: readonly string[]) => string;
  /** Who opened the round, and whether by pinned keys; `undefined` where nobody asked. */
  opening: (by: readonly { person: string; role: string }[], pinned: boolean | undefined) => string;
  /** Who has added the item by an amendment, with the beginning of their key's name, and who has countersigned it. */
  added: (by: string, kid: string, second: string | undefined) => string;
  /** Who has countersigned the log of a round, up to which of its entries, and when. */
  attested: (by: string, entries: number, at: string, isSigned: boolean) => string;
  /** Entries in which the office did alone what older versions let it. */
  keysByOffice: (entries: readonly number[]) => string;
  /** The bag of the round beside that of an item is not valid itself. */
  besideInvalid: (bag: string, faults: number) => string;
  /** Of more than one bag. */
  total: (bags: number, invalid: number) => string;
  fault: Sentences<AnyBagFault>;
}
