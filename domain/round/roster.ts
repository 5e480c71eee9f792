import { z } from 'zod';
import { KeyRing } from '../identity/key';
import { PersonId } from '../../base/ids';

/** The languages in which the system speaks to people. */
export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof Language>;

/**
 * Letters, digits and a few signs, then the labels of a domain in ASCII: an internationalised one in its encoded form
 * (`xn--…`, RFC 5890), its top level too.
 */
const ADDRESS =
  /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]{1,59})$/;

/** A mail address that cannot break out of a header: one line, no angle brackets, quotes or commas. */
export const MailAddress = z.email({ pattern: ADDRESS }).max(254);

export const Person = z.strictObject({
  id: PersonId,
  name: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^\p{Cc}\p{Cf}]+$/u),
  address: MailAddress,
  section: z.string().min(1).max(60).optional(),
  /** Whom a late review is escalated to; the head by default. */
  superior: PersonId.optional(),
  /** Who may act for this person (代), under their own names. */
  deputies: z.array(PersonId).default([]),
  language: Language.default('zh-CN'),
  /** What this person signs with. Rosters from before signatures have none, and a plan's hash stays what it was. */
  keys: KeyRing.optional(),
});
export type Person = z.infer<typeof Person>;

/** Everybody a round knows, and who holds its offices. */
export const Roster = z.strictObject({
  people: z.array(Person).min(1),
  head: PersonId,
  office: z.array(PersonId).min(1),
  oversight: z.array(PersonId).min(1),
  archivist: PersonId,
  /** Who hears and acts for an assisting section (配合科室), by its name. Rosters from before have none. */
  contacts: z.record(z.string().trim().min(1).max(60), PersonId).optional(),
});
export type Roster = z.infer<typeof Roster>;
