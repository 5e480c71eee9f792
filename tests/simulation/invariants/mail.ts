import { isWorkingDay } from '../../../domain/calendar/calendar';
import { civilOf, type Instant, readable, timeOf } from '../../../domain/calendar/zone';
import type { PersonId } from '../../../base/ids';
import type { EventType } from '../../../domain/item/event';
import type { ItemContext } from '../../../domain/item/state';
import { factId } from '../../../domain/ladder/notice-id';
import { type DigestLine, lineId } from '../../../domain/ladder/notice';
import { DEFAULT_LADDER } from '../../../domain/ladder/rung';
import { firstFound, type ItemMoment, type Rule, type Step } from '../rule';
import type { Tale } from '../tale';

export const noMailTwice = (): Rule => {
  const said = new Set<string>();
  return {
    name: 'no-mail-twice',
    sentence: 'no notice is told to the same person twice, unless somebody has it sent again',
    mail: ({ to, lines }) =>
      firstFound(lines, (line) => {
        const key = `${to} ${lineId(line)}`;
        if (said.has(key)) return `${lineId(line)} goes to ${to} a second time`;
        said.add(key);
        return undefined;
      }),
  };
};

export const oneRungADay = (): Rule => {
  const said = new Map<string, string>();
  return {
    name: 'one-rung-a-day',
    sentence: 'the same rung of an item never reaches the same person twice a day',
    mail: ({ to, lines, slot }) =>
      firstFound(lines, (line) => {
        if (!('reminder' in line)) return undefined;
        const { workflow } = line.brief;
        const { rung, measure } = line.reminder;
        const key = `${to} ${workflow} ${rung} ${measure?.no ?? 'item'} ${civilOf(slot)}`;
        const before = said.get(key);
        said.set(key, line.reminder.id);
        return before && `${to} hears ${before} and ${line.reminder.id} on ${civilOf(slot)}`;
      }),
  };
};

const closedAt = (slot: Parameters<typeof civilOf>[0], { calendar, policy }: ItemContext) =>
  !isWorkingDay(calendar, civilOf(slot)) ||
  timeOf(slot) < policy.mail.opens ||
  timeOf(slot) > policy.mail.closes;

export const mailInMailHours = (): Rule => ({
  name: 'mail-in-mail-hours',
  sentence:
    'every notice is meant for the mail hours of a working day, as the calendar of that moment has it',
  item: ({ posts, seat }) =>
    firstFound(posts, ({ facts, reminders, to }) =>
      firstFound([...facts, ...reminders.list], ({ id, slot }) =>
        closedAt(slot, seat.life.context) ? `${id} to ${to.person} at ${readable(slot)}` : undefined,
      ),
    ),
});

type Told = (tale: Tale, context: ItemContext, event: Step['entry']['event']) => readonly PersonId[];

/** Who must be told of what, at the least. */
const MUST_HEAR: Partial<Record<EventType, Told>> = {
  reopened: ({ people }) => [people.handler, people.leader],
  'closure-requested': ({ people }) => [people.leader],
  approved: ({ people }) => [people.acceptor],
  'approval-voided': ({ people }) => [people.leader],
  asked: ({ people }) => [people.handler],
  returned: ({ people }) => [people.handler],
  accepted: ({ people }) => [people.handler, people.leader],
  'stage-accepted': ({ people }) => [people.handler],
  'sustaining-ended': ({ people }) => [people.acceptor],
  withdrawn: ({ people }) => Object.values(people),
  'helper-replaced': (_, __, event) => (event.type === 'helper-replaced' ? [event.to, event.from] : []),
  reassigned: (_, __, event) => (event.type === 'reassigned' ? [event.to, event.from] : []),
  'deadline-set': ({ people }) => [people.handler],
  'extension-requested': ({ people, asked }, { roster }) => [
    asked?.decider === 'head' ? roster.head : people.leader,
  ],
  'extension-granted': ({ people }) => [people.handler],
  'extension-refused': ({ people }) => [people.handler],
  urged: (_, __, event) => (event.type === 'urged' ? [event.to] : []),
  resent: (_, __, event) => (event.type === 'resent' ? [event.to] : []),
  'proposal-issued': ({ people }) => [people.handler],
  archived: (_, { roster }) => [roster.archivist],
};

/** What is confirmed to whoever has decided it, and to whom they stood in for. */
const DECIDED: readonly EventType[] = [
  'approved',
  'returned',
  'accepted',
  'stage-accepted',
  'extension-granted',
  'extension-refused',
  'withdrawn',
  'proposal-issued',
  'proposal-dropped',
];

/** Of a whole round that was undone the round itself tells them: domain/round/undo/undo.test.ts. */
const isOfRound = ({ event }: Step['entry']): boolean =>
  event.type === 'withdrawn' && event.undone !== undefined;

const decidersOf = (entry: Step['entry']): PersonId[] => {
  const { event, author } = entry;
  return author && DECIDED.includes(event.type) && !isOfRound(entry)
    ? [author.by, ...(author.onBehalfOf ? [author.onBehalfOf] : [])]
    : [];
};

type Owed = { person: PersonId; id: string; since: Instant };

const owedFor = ({ entry, after }: Step, { life: { context } }: ItemMoment['seat']): Owed[] => {
  const hearers = MUST_HEAR[entry.event.type]?.(after, context, entry.event) ?? [];
  const id = factId(after as unknown as Parameters<typeof factId>[0], entry.seq);
  // Whoever has just done it knows, unless it was somebody else with their key.
  return [...hearers.filter((person) => person !== entry.author?.by), ...decidersOf(entry)].map((person) => ({
    person,
    id,
    since: entry.at,
  }));
};

/** Longer than any holiday: what happened later may still be on its way. */
const LONGEST_REST = 14 * 86_400_000;

export const factsAreTold = (): Rule => {
  const owed = new Map<string, Owed>();
  const keyOf = ({ person, id }: Owed) => `${person} ${id}`;
  return {
    name: 'facts-are-told',
    sentence: 'whatever happens is told to everybody who must hear of it',
    item: ({ steps, seat }) => {
      for (const step of steps) for (const one of owedFor(step, seat)) owed.set(keyOf(one), one);
      return undefined;
    },
    mail: ({ to, lines }) => {
      for (const line of lines) owed.delete(`${to} ${lineId(line)}`);
      return undefined;
    },
    end: ({ now }) => {
      const first = [...owed.values()].find(({ since }) => since < now - LONGEST_REST);
      return first && `${first.person} was never told ${first.id}`;
    },
  };
};

const ANCHORS = new Map<string, string>(DEFAULT_LADDER.map(({ id, anchor }) => [id, anchor]));

const remindsOfDeadline = (line: DigestLine): boolean =>
  'reminder' in line && ANCHORS.get(line.reminder.rung) === 'deadline';

export const noDeadlineNoReminder = (): Rule => ({
  name: 'no-deadline-no-reminder',
  sentence: 'an item without a deadline is never reminded of one, and never called overdue',
  item: ({ seat: { life }, now }) => {
    if (life.state.deadline !== undefined) return undefined;
    const { level } = life.view(now);
    return level !== undefined && ANCHORS.get(level) === 'deadline' ? `its level is ${level}` : undefined;
  },
  mail: ({ lines }) =>
    firstFound(lines, (line) =>
      line.brief.deadline === undefined && remindsOfDeadline(line) ? `${lineId(line)} is told` : undefined,
    ),
});
