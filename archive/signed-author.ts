import { z } from 'zod';
import { PersonId } from '../base/ids';
import { Instant } from '../domain/calendar/zone';

/** The author of an entry that was signed. */
export const SignedAuthor = z.looseObject({
  by: PersonId,
  onBehalfOf: PersonId.optional(),
  command: z.string(),
  identity: z.literal('signed'),
  jws: z.string(),
  /** Of what two people have signed: see `domain/item/log.ts`. */
  countersigned: z.looseObject({ first: Instant, by: PersonId, jws: z.string(), at: Instant }).optional(),
});
export type SignedAuthor = z.infer<typeof SignedAuthor>;
