import { z } from 'zod';

const DAY = 86_400_000;

const isRealDate = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/**
 * A day in the round's zone, `YYYY-MM-DD`, of the years 1900 to 2199. Compares as text. An "endless" date
 * such as 9999-12-31 is refused: the day after it could no longer be written so.
 */
export const CivilDate = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, { error: 'not-a-date', abort: true })
  .refine(isRealDate, 'not-a-date')
  .brand<'CivilDate'>();
export type CivilDate = z.infer<typeof CivilDate>;

// The ladder asks for days by the thousand: taking a date apart is several times as fast as parsing it.
const serial = (date: CivilDate) =>
  Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / DAY;
const twoDigits = (n: number) => (n < 10 ? `0${n}` : `${n}`);
const ofSerial = (n: number) => {
  const at = new Date(n * DAY);
  return `${at.getUTCFullYear()}-${twoDigits(at.getUTCMonth() + 1)}-${twoDigits(at.getUTCDate())}` as CivilDate;
};

/** The day `n` calendar days later (earlier when negative). */
export const addDays = (date: CivilDate, n: number): CivilDate => ofSerial(serial(date) + n);

/** The same day `n` months later; the last of a month that is too short for it. */
export const addMonths = (date: CivilDate, n: number): CivilDate => {
  const month = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + n;
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0));
  const first = last.toISOString().slice(0, 8);
  return `${first}${String(Math.min(Number(date.slice(8)), last.getUTCDate())).padStart(2, '0')}` as CivilDate;
};

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => serial(to) - serial(from);

/** 0 = Sunday ... 6 = Saturday. */
export const weekday = (date: CivilDate): number => (((serial(date) + 4) % 7) + 7) % 7;

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
