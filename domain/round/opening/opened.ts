import type { ItemNumber, PersonId, Sha256 } from '../../../base/ids';
import type { Instant } from '../../calendar/zone';
import type { Author } from '../../item/log';
import type { PlannedItem } from '../../plan/plan';
import { type OpeningContent, OpeningTree } from './content';
import type { Addition } from '../amend/addition';
import type { MerkleProof } from './merkle';
import type { OpeningSigner } from '../two-offices';

/** How a round was opened. A claimed one was signed by nobody. */
export type Opened = {
  genesis: Sha256;
  namespace: string;
  nonce: string;
  /** Compact JWS of one statement, by each of the signers. */
  signatures: readonly string[];
  signers: readonly OpeningSigner[];
};

/** What an item keeps of it, for its bag. */
export type ItemOpening = Pick<Opened, 'genesis' | 'signatures' | 'signers'> & {
  /** Proves that the item was part of the opening. Absent where nobody has signed it. */
  proof?: MerkleProof;
  /** Of an item that an amendment has added later: that, as it was signed, and when. In place of a proof. */
  added?: Author & { at: Instant };
  /** The item as it was part of the opening, or as it was added, where a later life is planned otherwise. */
  planned?: PlannedItem;
};

/** What the archive of a round keeps of it: with the plan, everything that was signed. */
export type RoundOpeningRecord = Opened & Pick<OpeningContent, 'clock' | 'calendar'>;

/** How far the opening of a round has come. */
export type OpeningState =
  | { state: 'checking' }
  /** `people`: who may give the second signature; `until`: when it must have come, in the round's time. */
  | {
      state: 'waiting';
      genesis: Sha256;
      signers: readonly OpeningSigner[];
      people: PersonId[];
      until: Instant;
    }
  | { state: 'open'; genesis: Sha256; signers: readonly OpeningSigner[] };

/** Tells each item of a round what it keeps of the opening; the tree is made once, when somebody asks. */
export class ItemOpenings {
  private tree: OpeningTree | undefined;

  constructor(
    private readonly content: Omit<OpeningContent, 'namespace' | 'nonce'>,
    private readonly opened: Opened | undefined,
  ) {}

  /** Of the `index`-th item of the plan, from 0. */
  of(index: number): ItemOpening | undefined {
    if (!this.opened) return undefined;
    const { genesis, signatures, signers, namespace, nonce } = this.opened;
    if (signers.length === 0) return { genesis, signatures, signers };
    this.tree ??= new OpeningTree({ ...this.content, namespace, nonce });
    return { genesis, signatures, signers, proof: this.tree.proofOf(index) };
  }

  /** Of an item that was added later. */
  ofAdded({ author, at }: Addition): ItemOpening | undefined {
    if (!this.opened) return undefined;
    const { genesis, signatures, signers } = this.opened;
    const isSigned = signers.length > 0 && author.identity === 'signed';
    return { genesis, signatures, signers, ...(isSigned && { added: { ...author, at } }) };
  }

  /** The same for a life after the first, which is planned with people and a deadline of its own. */
  ofLaterLife(item: ItemNumber, addition: Addition | undefined): ItemOpening | undefined {
    const index = this.content.items.findIndex(({ number }) => number === item);
    const opening = addition ? this.ofAdded(addition) : this.of(index);
    const planned = addition?.planned ?? this.content.items[index];
    return (opening?.proof ?? opening?.added) && planned ? { ...opening, planned } : opening;
  }
}
