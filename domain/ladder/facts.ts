import { nextMailInstant, sharedMailInstant } from '../calendar/working-hours';
import type { Instant } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import type { Event } from '../item/event';
import type { LogEntry } from '../item/log';
import type { ItemContext, ItemState } from '../item/state';
import { capped, oneLine } from '../../base/safe-text';
import type { Difference } from '../round/amend/difference';
import { factId, subjectOfNotice } from './notice-id';
import { asksToJudge, judgedOf } from './judged';
import type { Fact } from './notice';
import { type Announcement, announcementOf } from './announcements';
import { confirmationOf } from './confirmations';
import { helperNewsOf } from './helper-news';
import { nameOf } from '../round/offices';

/** A fact with the person it goes to. */
export type AddressedFact = Fact & { to: PersonId };

type Entry = Pick<LogEntry, 'seq' | 'at' | 'author' | 'event'>;

/** Who caused an entry, by name. */
const authorOf = ({ author }: Pick<LogEntry, 'author'>, { roster }: ItemContext) =>
  author ? { by: nameOf(author.by, roster) } : {};

/** Mails show less of a text than this; the whole of it is in the log. */
const MOST = 1000;

const beginning = (text: string): string => capped(oneLine(text), MOST);

/** So many changes a mail lists; the others are in the log. */
const MOST_CHANGES = 12;
const VALUE = 200;

const shortened = ({ before, after, ...rest }: Difference): Difference => ({
  ...rest,
  ...(before !== undefined && { before: capped(oneLine(before), VALUE) }),
  ...(after !== undefined && { after: capped(oneLine(after), VALUE) }),
});

const said = ({ kind, text, missing, date, rung, successor, from, measures, changes }: Announcement) => ({
  kind,
  ...(text !== undefined && { text: beginning(text) }),
  ...(missing !== undefined && { missing: beginning(missing) }),
  ...(date && { date }),
  ...(rung && { rung }),
  ...(successor !== undefined && { successor }),
  ...(from && { from }),
  ...(measures && { measures }),
  ...(changes && { changes: changes.slice(0, MOST_CHANGES).map(shortened) }),
});

/** What a person is asked to judge, where they are. */
const toJudge = (event: Event, to: PersonId, state: ItemState) =>
  asksToJudge(event, to, state) ? { judged: judgedOf(state) } : {};

/** What those in whose name a decision was made are told of it: what everybody is told, with when and by which key. */
const confirmed = (
  entry: Entry,
  announcement: Announcement | undefined,
  context: ItemContext,
): Omit<AddressedFact, 'id'>[] => {
  const confirmation = confirmationOf(entry, context);
  if (!confirmation) return [];
  const { event } = entry;
  const reason = 'reason' in event ? { text: beginning(event.reason) } : {};
  const content = {
    ...(announcement ? said(announcement) : reason),
    ...('rung' in event && { rung: event.rung }),
    ...authorOf(entry, context),
    kind: 'you-decided' as const,
    cc: true,
    slot: confirmation.slot,
  };
  return confirmation.to.map(({ person, decided }) => ({ ...content, decided, to: person }));
};

/** What a notice that is sent again said: the fact as it was, or the rung. A copy stays one. */
const saidBefore = (
  { notice, to }: Extract<Event, { type: 'resent' }>,
  state: ItemState,
  context: ItemContext,
  log: readonly Entry[],
): Omit<AddressedFact, 'id' | 'slot'> => {
  const subject = subjectOfNotice(notice);
  if (subject && 'rung' in subject) return { kind: 'resent', rung: subject.rung, cc: false, to };
  const entry = log.find(({ seq }) => seq === subject?.seq);
  const announcement = entry && announcementOf(entry.event, state, context);
  const helping = entry && helperNewsOf(entry.event, state, context).find((one) => one.to === to);
  if (helping) return { ...helping, ...authorOf(entry, context) };
  const confirmation = entry && confirmationsIn(entry, state, context).find((one) => one.to === to);
  if (confirmation) return confirmation;
  if (!announcement) return { kind: 'resent', cc: false, to };
  const cc = !announcement.to.includes(to);
  return { ...said(announcement), ...authorOf(entry, context), ...toJudge(entry.event, to, state), cc, to };
};

/** When people are told: of a whole round that is undone in one mail, whenever its items hear of that. */
const slotOf = ({ event, at }: Entry, { calendar, policy: { mail } }: ItemContext): Instant => {
  const own = nextMailInstant(calendar, mail, at);
  if (event.type !== 'withdrawn' || event.undone === undefined) return own;
  const shared = sharedMailInstant(calendar, mail, event.undone);
  return shared < at ? own : shared;
};

/**
 * The facts that people are told because of an event, with the instant at which each goes out. `log` holds
 * what happened before, for a notice that is to be sent again.
 */
export const factsOf = (
  entry: Entry,
  state: ItemState,
  context: ItemContext,
  log: readonly Entry[],
): AddressedFact[] => {
  const { event, seq } = entry;
  const fact = { id: factId(state, seq), slot: slotOf(entry, context) };
  if (event.type === 'resent') return [{ ...saidBefore(event, state, context, log), ...fact }];
  return [
    ...announced(entry, state, context).map((one) => ({ ...one, ...fact })),
    ...confirmationsIn(entry, state, context).map((one) => ({ ...one, id: fact.id })),
  ];
};

/** A mailbox holds an entry once: whoever is told of it anyway needs no confirmation. */
const confirmationsIn = (entry: Entry, state: ItemState, context: ItemContext) => {
  const told = announced(entry, state, context).map(({ to }) => to);
  return confirmed(entry, announcementOf(entry.event, state, context), context).filter(
    ({ to }) => !told.includes(to),
  );
};

/** Everybody who is asked something because of an entry, must know of it, or may. */
const announced = (
  entry: Entry,
  state: ItemState,
  context: ItemContext,
): Omit<AddressedFact, 'id' | 'slot'>[] => {
  const announcement = announcementOf(entry.event, state, context);
  if (!announcement) return [];
  const { event } = entry;
  const content = { ...said(announcement), ...authorOf(entry, context) };
  const to = new Set(announcement.to);
  // Whoever is asked something already is told of it once.
  const helping = helperNewsOf(event, state, context).filter((one) => !to.has(one.to));
  const helpers = new Set(helping.map((one) => one.to));
  // Nobody is told what they have just done.
  const cc = new Set(
    (announcement.cc ?? []).filter(
      (person) => !to.has(person) && !helpers.has(person) && person !== entry.author?.by,
    ),
  );
  return [
    ...[...to].map((person) => ({ ...content, ...toJudge(event, person, state), to: person, cc: false })),
    ...[...cc].map((person) => ({ ...content, to: person, cc: true })),
    ...helping.map((one) => ({ ...authorOf(entry, context), ...one })),
  ];
};
