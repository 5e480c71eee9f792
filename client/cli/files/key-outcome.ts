import type { PersonId } from '../../../base/ids';
import type { NamedPerson } from '../trouble/trouble';

type SentFaultType = 'private-half' | 'no-key' | 'several-keys' | 'damaged-key' | 'unreadable';

/** What keeps a text from being the public half of a key; `kid` as far as it names one. */
export type SentFault = { [T in SentFaultType]: { type: T; kid?: string } }[SentFaultType];

/** Why nobody can say whose a key is. */
export type OwnerFault =
  /** `near`: people whose id or name is nearly that. */
  | { type: 'unknown-person'; said: string; near: NamedPerson[] }
  | { type: 'ambiguous-person'; people: NamedPerson[] }
  /** The name of the file and what it says name two people. */
  | { type: 'names-differ'; people: NamedPerson[] };

/** Why a key cannot go into a plan beside the others. */
export type SortFault =
  /** The person has sent another key as well. */
  | { type: 'two-keys'; kid: string; people: NamedPerson[] }
  /** Several people have sent this key, or another person has it in the plan. */
  | { type: 'shared-key'; kid: string; people: NamedPerson[] }
  /** The plan has another key of the person already. */
  | { type: 'other-key'; kid: string; people: NamedPerson[]; known: string[] };

/** Why the file of somebody gave no key to a plan. */
export type KeyFault = SentFault | OwnerFault | SortFault;

/** The file that gave none. */
export type RefusedKey = { file: string } & KeyFault;

/** A key that is in the plan now, was before, or has taken the place of others. */
export type CollectedKey = {
  file: string;
  person: PersonId;
  name: string;
  kid: string;
  outcome: 'added' | 'unchanged' | 'replaced';
};
