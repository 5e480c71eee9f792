import { z } from 'zod';
import { BodyId, PersonId, RoundId, Sha256 } from '../../../base/ids';
import type { Calendar } from '../../calendar/calendar';
import type { Clock } from '../../calendar/clock';
import type { PlannedItem, RoundHead } from '../../plan/plan';
import { type MerkleProof, MerkleTree, rootBy } from './merkle';

/** Everything that a round is opened with, and that those who open it sign. */
export type OpeningContent = {
  head: RoundHead;
  items: readonly PlannedItem[];
  calendar: Calendar;
  clock: Clock;
  /** The Temporal namespace: an opening of a test system opens nothing elsewhere. */
  namespace: string;
  /** Makes every opening unique, even of the same plan. */
  nonce: string;
};

/** 16 random bytes or more, as base64url. */
export const Nonce = z.string().regex(/^[\w-]{22,86}$/);

/** Each leaf says what it is, so that none stands for another. The items are the last. */
const leavesOf = ({ head, items, calendar, clock, namespace, nonce }: OpeningContent): unknown[] => [
  ['head', head],
  ['calendar', calendar],
  ['clock', clock],
  ['namespace', namespace],
  ['nonce', nonce],
  ...items.map(itemLeaf),
];

const BEFORE_ITEMS = 5;

const itemLeaf = (item: PlannedItem): unknown => ['item', item];

/** The tree whose root is the genesis of a round. */
export class OpeningTree {
  private readonly tree: MerkleTree;

  constructor(content: OpeningContent) {
    this.tree = new MerkleTree(leavesOf(content));
  }

  get genesis(): Sha256 {
    return this.tree.root;
  }

  /** What proves of the `index`-th item of the plan (from 0) that it was part of the opening. */
  proofOf(index: number): MerkleProof {
    const leaf = BEFORE_ITEMS + index;
    return { index: leaf, size: this.tree.size, path: this.tree.proofOf(leaf) };
  }
}

export const genesisOf = (content: OpeningContent): Sha256 => new OpeningTree(content).genesis;

/** Whether an item was part of the opening with this genesis, as it is given here. */
export const isProved = (item: PlannedItem, proof: MerkleProof, genesis: Sha256): boolean =>
  proof.index >= BEFORE_ITEMS && rootBy(itemLeaf(item), proof) === genesis;

/** What two people sign to open a round. `by`: the first of them. */
export const OpeningStatement = z.strictObject({
  type: z.literal('open-round'),
  id: z.uuid(),
  round: RoundId,
  bodyId: BodyId,
  genesis: Sha256,
  by: PersonId,
  /** ISO 8601 with zone, real time by the person's own clock. */
  at: z.iso.datetime({ offset: true }),
});
export type OpeningStatement = z.infer<typeof OpeningStatement>;
