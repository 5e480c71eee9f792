import type { Instant } from '../../../domain/calendar/zone';
import { keyAt, type PublicKey } from '../../../domain/identity/key';
import type { Person } from '../../../domain/round/roster';
import type { RoundWords } from '../language/words/round';

export type KeyState = Exclude<keyof RoundWords['key'], 'none'>;

const STATE = {
  'unknown-key': 'revoked',
  'key-not-yet-valid': 'waiting',
  'key-expired': 'expired',
  'key-revoked': 'revoked',
} as const satisfies Record<string, KeyState>;

/** Whether a key may sign now, or why not. */
export const keyState = (key: PublicKey, now: Instant): KeyState => {
  const found = keyAt([key], key.kid, now);
  return 'fault' in found ? STATE[found.fault] : 'valid';
};

export const hasValidKey = ({ keys = [] }: Person, now: Instant): boolean =>
  keys.some((key) => keyState(key, now) === 'valid');
