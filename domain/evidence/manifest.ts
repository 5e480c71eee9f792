import { canonical, hashOf } from '../../base/hash';
import type { PersonId, Sha256 } from '../../base/ids';
import type { EvidenceFile } from '../item/command';
import type { Instant } from '../calendar/zone';

/** By whom, when and why a file was taken back. */
export type EvidenceWithdrawal = { by: PersonId; onBehalfOf?: PersonId; at: Instant; reason: string };

/** A file that was handed in for a measure. `replaces`: the number, from 1, of the file of which it is a newer version. */
export type Evidence = EvidenceFile & {
  measure: number;
  by: PersonId;
  onBehalfOf?: PersonId;
  at: Instant;
  replaces?: number;
  withdrawn?: EvidenceWithdrawal;
};

/**
 * All evidence of an item, replaced versions and withdrawn files too, as a decision is bound to it: ordered, so that equal evidence has
 * an equal hash.
 */
export type EvidenceManifest = { item: string; cycle: number; files: Evidence[] };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By measure and content; the same file handed in twice is told apart by all that is said of it. */
const order = (a: Evidence, b: Evidence): number =>
  a.measure - b.measure || compare(a.sha512, b.sha512) || compare(canonical(a), canonical(b));

export const manifestOf = (state: {
  item: string;
  cycle: number;
  evidence: readonly Evidence[];
}): EvidenceManifest => ({ item: state.item, cycle: state.cycle, files: [...state.evidence].sort(order) });

/** SHA-256 of the canonical manifest: what an approval names as the evidence it saw. */
export const manifestHash = (state: Parameters<typeof manifestOf>[0]): Sha256 => hashOf(manifestOf(state));
