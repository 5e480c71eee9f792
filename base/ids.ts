import { z } from 'zod';

/** A person of the office, the same in all rounds. Opaque: never a name. */
export const PersonId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** One inspection of one body, e.g. `2021-03`. */
export const RoundId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/)
  .brand<'RoundId'>();
export type RoundId = z.infer<typeof RoundId>;

/** An inspected body (被巡察单位), the same in all its rounds, e.g. `dg-emergency`: what an operator pins keys for. */
export const BodyId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,31}$/)
  .brand<'BodyId'>();
export type BodyId = z.infer<typeof BodyId>;

/** Category and number within it, e.g. `1.2` for (一)2. */
export const ItemNumber = z
  .string()
  .regex(/^[1-9]\d?\.[1-9]\d{0,2}$/)
  .brand<'ItemNumber'>();
export type ItemNumber = z.infer<typeof ItemNumber>;

/** The category of an item, by its number: two may have one title. */
export const categoryNumber = (number: ItemNumber): string => number.slice(0, number.indexOf('.'));

/** Round and number, e.g. `2021-03/1.2`. */
export const ItemId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}\/[1-9]\d?\.[1-9]\d{0,2}$/)
  .brand<'ItemId'>();
export type ItemId = z.infer<typeof ItemId>;

/** SHA-512 of a file's content, lower-case hex. */
export const Sha512 = z
  .string()
  .regex(/^[0-9a-f]{128}$/)
  .brand<'Sha512'>();
export type Sha512 = z.infer<typeof Sha512>;

/** SHA-256 of a canonical JSON text (RFC 8785), lower-case hex. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;

export const itemId = (round: RoundId, number: ItemNumber): ItemId => ItemId.parse(`${round}/${number}`);

export const roundOf = (item: ItemId): RoundId => RoundId.parse(item.slice(0, item.indexOf('/')));

export const numberOf = (item: ItemId): ItemNumber => ItemNumber.parse(item.slice(item.indexOf('/') + 1));
