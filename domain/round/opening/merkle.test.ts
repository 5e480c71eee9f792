import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonical } from '../../../base/hash';
import { type MerkleProof, MerkleTree, rootBy } from './merkle';

/** The same by another implementation, straight from RFC 6962, section 2.1. */
const hashed = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const rootOf = (values: readonly unknown[]): Buffer => {
  if (values.length === 1) return hashed(Buffer.of(0), Buffer.from(canonical(values[0])));
  const split = 2 ** Math.ceil(Math.log2(values.length) - 1);
  return hashed(Buffer.of(1), rootOf(values.slice(0, split)), rootOf(values.slice(split)));
};

const anyValues = fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 40 });
const anyLeaf = anyValues.chain((values) =>
  fc.record({ values: fc.constant(values), index: fc.nat({ max: values.length - 1 }) }),
);

const proofIn = (values: readonly unknown[], index: number): MerkleProof => {
  const tree = new MerkleTree(values);
  return { index, size: tree.size, path: tree.proofOf(index) };
};

test('the root is that of RFC 6962', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      expect(new MerkleTree(values).root).toBe(rootOf(values).toString('hex'));
    }),
  );
});

test('every leaf is led to the root by its proof, which is as long as the tree is high', () => {
  fc.assert(
    fc.property(anyLeaf, ({ values, index }) => {
      const proof = proofIn(values, index);
      expect(rootBy(values[index], proof)).toBe(new MerkleTree(values).root);
      expect(proof.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(values.length)));
    }),
  );
});

test('another value does not lead to the root', () => {
  fc.assert(
    fc.property(anyLeaf, fc.jsonValue({ maxDepth: 2 }), ({ values, index }, other) => {
      fc.pre(canonical(other) !== canonical(values[index]));
      expect(rootBy(other, proofIn(values, index))).not.toBe(new MerkleTree(values).root);
    }),
  );
});

test('a change of any leaf changes the root', () => {
  fc.assert(
    fc.property(anyLeaf, fc.jsonValue({ maxDepth: 2 }), ({ values, index }, other) => {
      fc.pre(canonical(other) !== canonical(values[index]));
      const changed = values.map((value, at) => (at === index ? other : value));
      expect(new MerkleTree(changed).root).not.toBe(new MerkleTree(values).root);
    }),
  );
});

test('a proof counts at its own place only, and in its whole length', () => {
  fc.assert(
    fc.property(anyLeaf, fc.nat({ max: 60 }), ({ values, index }, other) => {
      const distinct = values.map((value, at) => [at, value]);
      const { root } = new MerkleTree(distinct);
      const proof = proofIn(distinct, index);
      fc.pre(other !== index && proof.path.length > 0);
      const elsewhere = rootBy(distinct[other] ?? 'none', { ...proof, index: other });
      expect(elsewhere === root && other < distinct.length).toBe(false);
      expect(rootBy(distinct[index], { ...proof, path: proof.path.slice(1) })).toBeUndefined();
      expect(rootBy(distinct[index], { ...proof, path: [...proof.path, root] })).toBeUndefined();
    }),
  );
});

test('what is beside the tree has no proof', () => {
  const tree = new MerkleTree(['a', 'b', 'c']);
  for (const index of [-1, 3, 0.5]) expect(() => tree.proofOf(index)).toThrow(RangeError);
  expect(rootBy('a', { index: 3, size: 3, path: [] })).toBeUndefined();
  expect(() => new MerkleTree([])).toThrow(RangeError);
});
