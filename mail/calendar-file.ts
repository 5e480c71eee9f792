import {
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, type CivilDate } from '../domain/calendar/civil';
import { isAtWork } from '../domain/item/states';
import type { Digest, FactKind, ItemBrief } from '../domain/ladder/notice';
import { words } from '../domain/language';
import { officeNumber } from '../domain/plan/plan';
import { showCommand } from './commands';
import { folded } from './fold';
import { isProvisionalIn } from './worded-line';
import { mailWords } from './language';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** An all-day event starts at midnight; this is half past eight in the morning, three days before. */
const ALARM = 3 * DAY - (8 * 60 + 30) * MINUTE;

/** In whose name events are kept: the sender of the mail. */
export type Organizer = { name: string; email: string };

type Dated = ItemBrief & { deadline: CivilDate };

const isDated = (brief: ItemBrief): brief is Dated => brief.deadline !== undefined;

/** Facts that hand an item over to their reader with a date. */
const HANDING_OVER: readonly FactKind[] = [
  'assigned',
  'reopened',
  'restored',
  'returned',
  'reassigned',
  'deadline-set',
  'amended',
  'extension-granted',
];

/** Items that this mail hands its reader with a date, or with a new one. Each once. */
const handedOver = ({ lines, to }: Digest): Dated[] => {
  const briefs = lines
    .filter((line) => 'fact' in line && !line.fact.cc && HANDING_OVER.includes(line.fact.kind))
    .map((line) => line.brief)
    .filter((brief) => isAtWork(brief.status) && brief.people.handler.id === to.person)
    .filter(isDated);
  return [...new Map(briefs.map((brief): [string, Dated] => [brief.workflow, brief])).values()].sort(
    (a, b) => (a.deadline + a.item < b.deadline + b.item ? -1 : 1),
  );
};

/** As UTC, which is also how it is written, whatever the process's time zone. */
const asDate = (date: CivilDate) => new Date(`${date}T00:00:00Z`);

/** Items that another has now: whoever had them had an event for each. */
const handedOn = ({ lines, to }: Digest): Dated[] =>
  lines
    .filter((line) => 'fact' in line && line.fact.kind === 'reassigned' && line.fact.from === to.person)
    .map((line) => line.brief)
    .filter(({ people }) => people.handler.id !== to.person)
    .filter(isDated);

const eventOf = (brief: Dated, { slot, drill, to }: Digest, organizer: Organizer): ICalEventData => {
  const say = mailWords(to.language);
  const { date } = words(to.language);
  const title = say.calendar.summary(officeNumber(brief.number), brief.problem);
  const summary = `${drill === undefined ? '' : say.calendar.drill}${title}`;
  const provisional = isProvisionalIn(brief, brief.deadline) ? date.provisional : '';
  return {
    id: `${brief.workflow}@${drill === undefined ? '' : `${encodeURIComponent(drill)}.`}rectify`,
    /** A later mail about the item replaces the event of an earlier one. In minutes: 32 bits must hold it. */
    sequence: Math.max(0, Math.floor(slot / 60_000)),
    stamp: new Date(slot),
    start: asDate(brief.deadline),
    end: asDate(addDays(brief.deadline, 1)),
    allDay: true,
    // A quotation mark cannot stand in a parameter (RFC 5545, 3.2).
    organizer: { ...organizer, name: organizer.name.replace(/["\p{Cc}]/gu, '') },
    summary,
    description: [
      ...(drill === undefined ? [] : [say.banner(drill)]),
      say.labelled(say.label.deadline, `${date.day(brief.deadline)}${provisional}`),
      brief.roundTitle,
      showCommand(brief),
    ].join('\n'),
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: [{ type: ICalAlarmType.display, triggerBefore: ALARM, description: summary }],
  };
};

/** How the last line of a calendar reads. */
const END = 'END:VCALENDAR';

/** The events are folded here: the library makes an encoder for every character of them, which cost more than all else in a mail. */
const fileOf = (
  method: ICalCalendarMethod,
  briefs: readonly Dated[],
  digest: Digest,
  organizer: Organizer,
): string | undefined => {
  if (briefs.length === 0) return undefined;
  const calendar = new ICalCalendar({
    prodId: { company: 'rectify', product: 'mail', language: digest.to.language.slice(0, 2).toUpperCase() },
    method,
  });
  const frame = calendar.toString().trimEnd();
  const events = briefs.map((brief) => {
    const event = eventOf(brief, digest, organizer);
    return calendar
      .createEvent(
        method === ICalCalendarMethod.CANCEL
          ? { ...event, alarms: [], status: ICalEventStatus.CANCELLED }
          : event,
      )
      .toString();
  });
  return `${frame.slice(0, -END.length)}${folded(events.join(''))}${END}\r\n`;
};

/**
 * The calendar files (RFC 5545, 5546) of a mail: of items that it hands over with a date, one all-day event on each deadline;
 * and for their former handler the end of such events. Each is absent when it would hold none. Takes a digest whose texts
 * are safe to print.
 */
export const calendarsOf = (
  digest: Digest,
  organizer: Organizer,
): { calendar: string | undefined; cancelled: string | undefined } => ({
  calendar: fileOf(ICalCalendarMethod.PUBLISH, handedOver(digest), digest, organizer),
  cancelled: fileOf(ICalCalendarMethod.CANCEL, handedOn(digest), digest, organizer),
});
