import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';
import { canonical } from '../../../base/hash';
import type { Sha256 } from '../../../base/ids';

/*
 * A Merkle tree in the manner of RFC 6962, section 2.1: SHA-256, leaves and nodes under prefixes of their own, so that
 * neither is ever taken for the other. A leaf is a JSON value in its canonical form (RFC 8785).
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

type Hash = Uint8Array;

const leafHash = (value: unknown): Hash => sha256(concatBytes(LEAF, utf8ToBytes(canonical(value))));
const nodeHash = (left: Hash, right: Hash): Hash => sha256(concatBytes(NODE, left, right));

/** Where a tree of `size` leaves is split: the largest power of two below it. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/** A tree over so many values; each hash is computed once. */
export class MerkleTree {
  private readonly leaves: readonly Hash[];
  private readonly known = new Map<string, Hash>();

  constructor(values: readonly unknown[]) {
    if (values.length === 0) throw new RangeError('a tree has a leaf');
    this.leaves = values.map(leafHash);
  }

  get size(): number {
    return this.leaves.length;
  }

  private hashOf(from: number, to: number): Hash {
    const only = to - from === 1 ? this.leaves[from] : undefined;
    if (only) return only;
    const key = `${from}-${to}`;
    const split = from + splitOf(to - from);
    const hash = this.known.get(key) ?? nodeHash(this.hashOf(from, split), this.hashOf(split, to));
    this.known.set(key, hash);
    return hash;
  }

  get root(): Sha256 {
    return bytesToHex(this.hashOf(0, this.size)) as Sha256;
  }

  /** The hashes beside the way from a leaf to the root, from the leaf upwards. */
  proofOf(index: number): Sha256[] {
    if (!Number.isInteger(index) || index < 0 || index >= this.size) throw new RangeError('no such leaf');
    const way = (from: number, to: number): Hash[] => {
      if (to - from === 1) return [];
      const split = from + splitOf(to - from);
      return index < split
        ? [...way(from, split), this.hashOf(split, to)]
        : [...way(split, to), this.hashOf(from, split)];
    };
    return way(0, this.size).map((hash) => bytesToHex(hash) as Sha256);
  }
}

/** Where a value stands in a tree: the `index`-th of `size` leaves, from 0. */
export type MerkleProof = { index: number; size: number; path: readonly Sha256[] };

/** The root that a value leads to by a proof; undefined where the proof has not the length of its place. */
export const rootBy = (value: unknown, { index, size, path }: MerkleProof): Sha256 | undefined => {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return undefined;
  const sides: ('left' | 'right')[] = [];
  for (let [from, to] = [0, size]; to - from > 1;) {
    const split = from + splitOf(to - from);
    sides.push(index < split ? 'right' : 'left');
    [from, to] = index < split ? [from, split] : [split, to];
  }
  if (sides.length !== path.length) return undefined;
  const beside = path.map(hexToBytes);
  const hash = sides.reverse().reduce((below, side, step) => {
    const other = beside[step];
    if (!other) return below;
    return side === 'left' ? nodeHash(other, below) : nodeHash(below, other);
  }, leafHash(value));
  return bytesToHex(hash) as Sha256;
};
