import { z } from 'zod';
import { PersonId, RoundId, Sha256 } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import { KeyId, type KeyMaterial, type PublicKey } from './key';
import { openSigned, type SignatureFault } from './signed';

/*
 * A person who changes their key signs the new one with the old one: whoever has only one of the two changes nothing. What
 * was signed counts in one round, as it was opened, and for some time, so that one made in a drill, or kept back, is worth nothing.
 */

/** What the old key signs. Older versions named neither round nor time. */
export const Renewal = z.strictObject({
  type: z.literal('renew-key'),
  person: PersonId,
  kid: KeyId,
  x: z.string(),
  round: RoundId.optional(),
  /** Of the opening of the round; absent where it has none. */
  genesis: Sha256.optional(),
  /** When it was signed, ISO 8601 with zone: real time. */
  at: z.iso.datetime({ offset: true }).optional(),
});
export type Renewal = z.infer<typeof Renewal>;

/** A round in which an agreement is to count; `genesis` of its opening, where it is known. */
export type RenewalPlace = { round: string; genesis?: Sha256 | undefined };

/**
 * Whose key becomes which. `keys`: all that the person has had; `at`: when the agreement arrived, in the time of the round;
 * `given`: when the command that brings it was given, in real time.
 */
type RenewalCase = {
  person: PersonId;
  key: KeyMaterial;
  keys: readonly PublicKey[];
  at: Instant;
  given: string;
};

export type RenewalFault =
  | SignatureFault
  /** Correctly signed, but of another person or another key. */
  | 'not-this-key'
  /** Signed for another round or opening, or for none. */
  | 'not-this-round'
  /** Signed too long ago, or at a time yet to come. */
  | 'out-of-date';

/** How long an agreement counts, in milliseconds: it is carried to the office, which registers it. */
const LASTS_MS = 14 * 86_400_000;
/** How far the clock of its author may be ahead of that of the office, in milliseconds. */
const AHEAD_MS = 3_600_000;

const isInTime = (signed: string, given: string): boolean => {
  const age = Date.parse(given) - Date.parse(signed);
  return age >= -AHEAD_MS && age <= LASTS_MS;
};

const placeFault = (
  { round, genesis, at: signed }: Renewal,
  place: RenewalPlace,
  given: string,
): RenewalFault | undefined => {
  if (round !== undefined && round !== place.round) return 'not-this-round';
  if (genesis !== undefined && place.genesis !== undefined && genesis !== place.genesis)
    return 'not-this-round';
  return signed === undefined || isInTime(signed, given) ? undefined : 'out-of-date';
};

const opened = (
  endorsed: string,
  { person, key, keys, at }: RenewalCase,
): { said: Renewal } | { fault: RenewalFault } => {
  const found = openSigned(endorsed, keys, at, 'check', 'key');
  if ('fault' in found) return found;
  const { data: said } = Renewal.safeParse(found.payload);
  const isThis = said?.person === person && said.kid === key.kid && said.x === key.x;
  return isThis ? { said } : { fault: 'not-this-key' };
};

/**
 * What is wrong with the agreement of a person's key to a new one, as a record has it; nothing where it is good, or of an older
 * version, which names no round. Never throws.
 */
export const renewalFault = (
  endorsed: string,
  which: RenewalCase,
  place: RenewalPlace,
): RenewalFault | undefined => {
  const found = opened(endorsed, which);
  return 'fault' in found ? found.fault : placeFault(found.said, place, which.given);
};

/**
 * Why an agreement is not taken by a round to which it comes for the first time: it must name the round, its opening where it
 * has one, and the time. Never throws.
 */
export const renewalObjection = (
  endorsed: string,
  which: RenewalCase,
  place: RenewalPlace,
): RenewalFault | undefined => {
  const found = opened(endorsed, which);
  if ('fault' in found) return found.fault;
  const { round, genesis, at } = found.said;
  const isBound = round === place.round && genesis === place.genesis && at !== undefined;
  return isBound ? placeFault(found.said, place, which.given) : 'not-this-round';
};
