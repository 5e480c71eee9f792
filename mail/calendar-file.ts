import {
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, type CivilDate } from '../domain/calendar/civil';
import { isAtWork } from '../domain/item/states';
import type { Digest, FactKind, ItemBrief } from '../domain/ladder/notice';
import { words } from '../domain/language';
import { officeNumber } from '../domain/plan/plan';
import { showCommand } from './commands';
import { mailWords } from './language';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** An all-day event starts at midnight; this is half past eight in the morning, three days before. */
const ALARM = 3 * DAY - (8 * 60 + 30) * MINUTE;

type Dated = ItemBrief & { deadline: CivilDate };

const isDated = (brief: ItemBrief): brief is Dated => brief.deadline !== undefined;

/** Facts that hand an item over to their reader with a date. */
const HANDING_OVER: readonly FactKind[] = [
  'assigned',
  'reopened',
  'returned',
  'reassigned',
  'deadline-set',
  'extension-granted',
];

/** Items that this mail hands its reader with a date, or with a new one. Each once. */
const handedOver = ({ lines }: Digest): Dated[] => {
  const briefs = lines
    .filter((line) => 'fact' in line && !line.fact.cc && HANDING_OVER.includes(line.fact.kind))
    .map((line) => line.brief)
    .filter((brief) => isAtWork(brief.status))
    .filter(isDated);
  return [...new Map(briefs.map((brief): [string, Dated] => [brief.workflow, brief])).values()].sort(
    (a, b) => (a.deadline + a.item < b.deadline + b.item ? -1 : 1),
  );
};

/** As UTC, which is also how it is written, whatever the process's time zone. */
const asDate = (date: CivilDate) => new Date(`${date}T00:00:00Z`);

const eventOf = (brief: Dated, { slot, drill, to }: Digest): ICalEventData => {
  const say = mailWords(to.language);
  const { date } = words(to.language);
  const title = say.calendar.summary(officeNumber(brief.number), brief.problem);
  const summary = `${drill === undefined ? '' : say.calendar.drill}${title}`;
  const provisional = brief.provisional ? date.provisional : '';
  return {
    id: `${brief.workflow}@${drill === undefined ? '' : `${encodeURIComponent(drill)}.`}rectify`,
    /** A later mail about the item replaces the event of an earlier one. In minutes: 32 bits must hold it. */
    sequence: Math.max(0, Math.floor(slot / 60_000)),
    stamp: new Date(slot),
    start: asDate(brief.deadline),
    end: asDate(addDays(brief.deadline, 1)),
    allDay: true,
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

/**
 * The calendar file (RFC 5545) of a mail that hands over items with a date: one all-day event on each
 * deadline. `undefined` when it hands over none. Takes a digest whose texts are safe to print.
 */
export const calendarOf = (digest: Digest): string | undefined => {
  const items = handedOver(digest);
  if (items.length === 0) return undefined;
  const calendar = new ICalCalendar({
    prodId: { company: 'rectify', product: 'mail', language: digest.to.language.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const brief of items) calendar.createEvent(eventOf(brief, digest));
  return calendar.toString();
};
