import type { CivilDate } from '../../../../domain/calendar/civil';
import type { Receipt } from '../../../../domain/ladder/notice';

/** The mails of an item, and those that a plan would cause. */
export interface MailWords {
  schedule: ScheduleWords;
  resend: { sent: string; head: Record<'slot' | 'subject' | 'id', string> };
  rehearse: {
    title: (round: string, from: CivilDate, until: CivilDate) => string;
    head: Record<'day' | 'time' | 'person' | 'subject', string>;
    dayOff: (date: CivilDate) => string;
    total: (mails: number, people: number, until: string) => string;
  };
}

interface ScheduleWords {
  head: Record<'slot' | 'person' | 'subject' | 'outcome', string>;
  said: (notices: number) => string;
  toCome: (notices: number) => string;
  /** The mail server has taken nothing yet. */
  noReceipt: string;
  noStore: string;
  /** What outcomes rest on: seals can be checked by workers alone. */
  asFound: string;
  receipt: (outcome: Receipt['outcome'], address: string, response: string) => string;
}
