import { z } from 'zod';
import { BodyId, PersonId } from '../../../base/ids';
import { KeyId, thumbprint } from '../../identity/key';
import type { Roster } from '../roster';
import { OPENING_OFFICES, type OpeningOffice, openingParties } from '../two-offices';

/** A key that an operator trusts to open rounds of a body, whose it is, and in which office. */
export const PinnedKey = z
  .strictObject({
    person: PersonId,
    office: z.enum(OPENING_OFFICES),
    kid: KeyId,
    x: z.string(),
  })
  .refine(({ kid, x }) => kid === thumbprint(x), { path: ['kid'], message: 'is not the thumbprint of x' });
export type PinnedKey = z.infer<typeof PinnedKey>;

/** The pinned keys of every body, by its id. */
export const TrustedKeys = z.record(BodyId, z.array(PinnedKey).max(1000));
export type TrustedKeys = z.infer<typeof TrustedKeys>;

/** What is to be pinned for the body of a plan: every key of its office, head and oversight that was not revoked. */
export const pinnedKeysOf = (roster: Roster): PinnedKey[] =>
  openingParties(roster).flatMap(({ person, roles, keys }) =>
    roles.flatMap((office) =>
      keys
        .filter(({ revoked }) => revoked === undefined)
        .map(({ kid, x }): PinnedKey => ({ person, office, kid, x })),
    ),
  );

/** Whether a key is pinned for a body as that of this person in this office. */
export const isPinned = (
  { person, role, kid }: { person: PersonId; role: OpeningOffice; kid: string },
  pins: readonly PinnedKey[],
): boolean => pins.some((pin) => pin.kid === kid && pin.person === person && pin.office === role);
