import type { Digest } from '../domain/ladder/notice';
import { calendarsOf, type Organizer } from './calendar-file';
import { htmlOf } from './html';
import { wordingOf } from './wording';
import { withSafeText } from './safe-digest';
import { textOf } from './text';

/** The content of a mail, without its envelope. */
export type Message = {
  /** One line of at most 120 UTF-16 units. */
  subject: string;
  text: string;
  /** A whole page, with the same content as `text`. */
  html: string;
  /** An iCalendar file, where the mail hands over items with a date. */
  calendar?: string;
  /** Another that cancels the events of items which somebody else has now. */
  cancelled?: string;
};

/** Stands where nothing is sent: the sender of a worker that was told of none. */
const NOBODY: Organizer = { name: '整改办', email: 'rectify@localhost.localdomain' };

/**
 * One mail of all that a slot holds for a person, over all rounds, in the person's language. Pure: dates are
 * counted from the slot's civil date. Whatever people wrote is made safe first.
 */
export const composeMessage = (digest: Digest, organizer: Organizer = NOBODY): Message => {
  const safe = withSafeText(digest);
  const wording = wordingOf(safe);
  const { calendar, cancelled } = calendarsOf(safe, organizer);
  return {
    subject: wording.subject,
    text: textOf(wording),
    html: htmlOf(wording),
    ...(calendar !== undefined && { calendar }),
    ...(cancelled !== undefined && { cancelled }),
  };
};
