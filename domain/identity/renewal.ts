import { z } from 'zod';
import { PersonId } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import { KeyId, type KeyMaterial, type PublicKey } from './key';
import { openSigned, type SignatureFault } from './signed';

/*
 * A person who changes their key signs the new one with the old one: whoever has only one of the two changes nothing.
 */

/** What the old key signs. */
export const Renewal = z.strictObject({
  type: z.literal('renew-key'),
  person: PersonId,
  kid: KeyId,
  x: z.string(),
});
export type Renewal = z.infer<typeof Renewal>;

/** `not-this-key`: correctly signed, but of another person or another key. */
export type RenewalFault = SignatureFault | 'not-this-key';

/**
 * What is wrong with the agreement of a person's key to a new one; nothing where it is good. `keys`: all that the person has
 * had; `at`: when it arrived. Never throws.
 */
export const renewalFault = (
  endorsed: string,
  { person, key, keys, at }: { person: PersonId; key: KeyMaterial; keys: readonly PublicKey[]; at: Instant },
): RenewalFault | undefined => {
  const opened = openSigned(endorsed, keys, at, 'check', 'key');
  if ('fault' in opened) return opened.fault;
  const { data: said } = Renewal.safeParse(opened.payload);
  return said?.person === person && said.kid === key.kid && said.x === key.x ? undefined : 'not-this-key';
};
