/** What keeps a store from working for now; `language/` has a sentence for each. */
export const STORE_FAULTS = [
  'full',
  'read-only',
  'denied',
  'gone',
  'unreachable',
  'busy',
  'linked',
  'broken',
] as const;
export type StoreFaultKind = (typeof STORE_FAULTS)[number];
