import type { CollectedKey, KeyFault } from '../../files/key-outcome';
import type { Sentences } from '../sentences';

/** The keys of many people on their way into a plan. */
export interface KeysWords {
  head: Record<'person' | 'name' | 'kid' | 'outcome' | 'file', string>;
  outcome: Record<CollectedKey['outcome'], string>;
  refused: (files: number) => string;
  fault: Sentences<KeyFault>;
  /** People without a key: those whose commands the round needs, and the others. */
  needed: (people: readonly string[]) => string;
  without: (people: readonly string[]) => string;
  written: (plan: string, keys: number) => string;
  notWritten: (keys: number) => string;
  have: (keys: number, people: number) => string;
}
