import type { Bug } from '../bug';

export const IDENTITY: readonly Bug[] = [
  {
    name: 'empty-seal',
    file: 'domain/identity/seal.ts',
    was: 'let differing = one.length ^ other.length;',
    is: 'let differing = 0;',
    breaks: 'Whoever knows the id of a key seals anything with `k1.` and nothing after it.',
  },
  {
    name: 'second-text-unread',
    file: 'domain/identity/countersigned.ts',
    was: "  if (second && second.payload !== first.payload) return faulty('payloads-differ');\n",
    is: '',
    breaks: 'The second signature counts although it is under another text than the first.',
  },
  {
    name: 'malleable-signature',
    file: 'domain/identity/ed25519.ts',
    was: 'if (!key || key.isSmallOrder() || s >= ORDER) return false;',
    is: 'if (!key || key.isSmallOrder() || s > ORDER) return false;',
    breaks: 'A signature whose S is the order of the group is not refused as RFC 8032 wants it.',
  },
];
