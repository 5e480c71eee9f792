import type { Policy } from '../round/policy';
import { type Calendar, onOrAfter } from './calendar';
import { addDays, type CivilDate } from './civil';
import { civilOf, type Instant, instant, instantOf } from './zone';

type MailHours = Policy['mail'];

/** The instant at which mail opens on the first working day on or after a date. */
export const opening = (calendar: Calendar, mail: MailHours, date: CivilDate): Instant =>
  instantOf(onOrAfter(calendar, date), mail.opens);

/**
 * The end of the interval in which mail asked for at `at` is gathered, at least half an interval ahead: when a mail goes out
 * that does not wait for working hours.
 */
export const gathered = (at: Instant, { gatherSeconds }: MailHours): Instant => {
  const gather = gatherSeconds * 1000;
  return instant(Math.ceil((at + gather / 2) / gather) * gather);
};

/**
 * The instant at which everybody hears, in one mail, of what many items hear of one after the other: one interval of gathering is left
 * for that.
 */
export const sharedMailInstant = (calendar: Calendar, mail: MailHours, at: Instant): Instant =>
  nextMailInstant(calendar, mail, instant(at + mail.gatherSeconds * 1000));

/**
 * The instant at which an urgent mail asked for at `at` goes out: within working hours a moment later, so
 * that what is asked for together shares one mail; otherwise, and where the gathering would end after
 * hours, at the next opening.
 */
export const nextMailInstant = (calendar: Calendar, mail: MailHours, at: Instant): Instant => {
  const today = civilOf(at);
  const opens = opening(calendar, mail, today);
  if (at < opens) return opens;
  const slot = gathered(at, mail);
  return slot <= instantOf(today, mail.closes) ? slot : opening(calendar, mail, addDays(today, 1));
};
