import type { z } from 'zod';
import type { Instant } from './zone';

/** ISO 8601 in UTC, by the round's time. */
export type IsoInstant = string & z.core.$brand<'IsoInstant'>;

/** An instant as programs read it. */
export const iso = (at: Instant): IsoInstant => new Date(at).toISOString() as IsoInstant;
