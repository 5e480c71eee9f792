import type { Target } from './target';

/** One thing that an attacker tries against a running system. */
export type Attempt = {
  /** In a few words. */
  name: string;
  /** What the attacker has got hold of. */
  has: 'the server' | 'the store' | 'a valid key';
  /** @throws where it did not hold; the message says what came of it */
  play: (target: Target) => Promise<void>;
};
