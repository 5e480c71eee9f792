import { isProvisional } from '../calendar/calendar';
import type { Clock } from '../calendar/clock';
import { instant, type Instant } from '../calendar/zone';
import { hashOf } from '../../base/hash';
import { numberOf, type PersonId, type Sha256 } from '../../base/ids';
import type { Side } from '../item/side';
import { ownedMeasures } from '../item/helping';
import type { ItemContext, ItemState } from '../item/state';
import { decidersOf } from '../round/deciders';
import { nameOf, personIn } from '../round/offices';
import type { AddressedFact } from './facts';
import type { Addressee, ItemBrief, MailboxPost, Reminder } from './notice';
import { remindersOf } from './plan';
import { PROPOSALS } from './rung';

/** A late mailbox may still send a reminder whose instant passed at most this long ago. */
const GRACE = 7 * 86_400_000;

/** A notice whose instant has come, or that was urgent from the start. */
export type DueNotice = {
  to: PersonId;
  id: string;
  kind: 'fact' | 'reminder';
  slot: Instant;
  /** It confirms a decision: nothing waits for it, and a digest may tell it when the item has long ended. */
  confirms?: true;
};

/**
 * What an item has told to mailboxes: the facts still to be posted, the list of reminders that each person's
 * mailbox holds, and every notice that must have gone out by now.
 */
export type Correspondence = {
  /** Version of the next lists of reminders. */
  version: number;
  /** Hash of what the last posts said of the item. */
  brief: Sha256 | null;
  /** Hash of who decided, when it was last posted, on what is proposed; absent where the policy names nobody. */
  deciders?: Sha256 | undefined;
  outbox: AddressedFact[];
  posted: Partial<Record<PersonId, Reminder[]>>;
  due: DueNotice[];
};

export const NO_CORRESPONDENCE: Correspondence = { version: 1, brief: null, outbox: [], posted: {}, due: [] };

const stillToCome = (list: readonly Reminder[], now: Instant) =>
  list.filter((reminder) => reminder.slot > now).map((reminder) => reminder.id);

/**
 * A mailbox must be told when what is to come has changed, or something is planned that it never heard of.
 * That an instant has merely passed changes nothing.
 */
const differs = (posted: readonly Reminder[], planned: readonly Reminder[], now: Instant): boolean => {
  const known = new Set(posted.map((reminder) => reminder.id));
  return (
    planned.some((reminder) => !known.has(reminder.id)) ||
    stillToCome(posted, now).join() !== stillToCome(planned, now).join()
  );
};

const byPerson = <T extends { to: PersonId }>(list: readonly T[]): Map<PersonId, Omit<T, 'to'>[]> => {
  const map = new Map<PersonId, Omit<T, 'to'>[]>();
  for (const { to, ...rest } of list) map.set(to, [...(map.get(to) ?? []), rest]);
  return map;
};

/** Notes which posted reminders have come due: an item sleeps while its mailboxes send them. */
export const settle = (mail: Correspondence, now: Instant): Correspondence => {
  const noted = new Set(mail.due.map((notice) => `${notice.to} ${notice.id}`));
  const fallen = Object.entries(mail.posted).flatMap(([to, list = []]) =>
    list
      .filter(({ id, slot }) => slot <= now && !noted.has(`${to} ${id}`))
      .map(({ id, slot }) => ({ to: to as PersonId, id, kind: 'reminder' as const, slot })),
  );
  return fallen.length === 0 ? mail : { ...mail, due: [...mail.due, ...fallen] };
};

/** What a mail says of this item. */
export const briefOf = (state: ItemState, context: ItemContext, workflow: string): ItemBrief => {
  const { planned, round, roster, calendar } = context;
  const named = (side: Side) => ({ id: state.people[side], name: nameOf(state.people[side], roster) });
  const checkIn = state.status === 'sustained' ? state.sustaining?.checkIn : undefined;
  const owners = [...new Set(ownedMeasures(state, context).map(({ owner }) => owner))];
  const dates = [state.deadline, state.review?.deadline, checkIn].filter((date) => date !== undefined);
  const provisionalDates = dates.filter((date) => isProvisional(calendar, date));
  return {
    workflow,
    item: state.item,
    cycle: state.cycle,
    round: round.id,
    roundTitle: round.title,
    number: numberOf(state.item),
    problem: planned.problem,
    status: state.status,
    ...(state.deadline && { deadline: state.deadline }),
    ...(state.review && { reviewDeadline: state.review.deadline }),
    ...(checkIn && { checkIn }),
    provisional: provisionalDates.length > 0,
    ...(provisionalDates.length > 0 && { provisionalDates }),
    people: { handler: named('handler'), leader: named('leader'), acceptor: named('acceptor') },
    section: planned.section,
    ...(owners.length > 0 && { owners }),
  };
};

const addresseeOf = (
  person: PersonId,
  { roster, round: { bodyId: body } }: ItemContext,
): Addressee | undefined => {
  const found = personIn(roster, person);
  if (!found) return undefined;
  const { name, address, language } = found;
  return { person, name, address, language, ...(body && { body }) };
};

/**
 * Who decides on what the ladder proposes, where the policy says so: only then can it change for somebody who is told
 * either way. Items of older policies post as they always did.
 */
const decidersIn = (context: ItemContext): Sha256 | undefined =>
  context.policy.ladder.some(({ decides }) => decides !== undefined)
    ? hashOf(PROPOSALS.map((proposal) => decidersOf(proposal, context)))
    : undefined;

type Said = Pick<Correspondence, 'brief' | 'deciders'>;

/** What is still to come must be told as it will be then, not as it was when last posted. */
const isOutdated = (before: Said, after: Said, planned: readonly Reminder[], now: Instant): boolean =>
  (before.brief !== after.brief || before.deciders !== after.deciders) &&
  stillToCome(planned, now).length > 0;

/**
 * The posts that bring every mailbox up to date with the item, and the correspondence once they are made.
 * Posting is idempotent, so posts may be made again after a crash.
 */
export const postsOf = (
  mail: Correspondence,
  state: ItemState,
  context: ItemContext,
  at: { now: Instant; clock: Clock; workflow: string; log?: ItemBrief['log'] },
): { posts: MailboxPost[]; mail: Correspondence } => {
  const settled = settle(mail, at.now);
  const planned = byPerson(remindersOf(state, context, instant(at.now - GRACE), at.now));
  const facts = byPerson(settled.outbox);
  const told = briefOf(state, context, at.workflow);
  const brief = { ...told, ...(at.log && { log: at.log }) };
  // It follows from the dates; items of older versions have hashes without it.
  const { provisionalDates: _, ...comparable } = told;
  const said: Said = {
    brief: hashOf(comparable),
    deciders: decidersIn(context),
  };
  const posted = { ...settled.posted };
  const posts: MailboxPost[] = [];
  for (const { id: person } of context.roster.people) {
    const list = planned.get(person) ?? [];
    const news = facts.get(person) ?? [];
    const to = addresseeOf(person, context);
    const isStale = differs(posted[person] ?? [], list, at.now) || isOutdated(settled, said, list, at.now);
    if (!to || (news.length === 0 && !isStale)) continue;
    const reminders = { version: settled.version, list };
    posts.push({ schemaVersion: 1, clock: at.clock, to, brief, facts: news, reminders });
    posted[person] = list;
  }
  if (posts.length === 0) return { posts, mail: { ...settled, ...said } };
  const posting = settled.outbox.map(({ to, id, slot, kind }) => ({
    to,
    id,
    kind: 'fact' as const,
    slot,
    ...(kind === 'you-decided' && { confirms: true as const }),
  }));
  const due = [...settled.due, ...posting];
  return { posts, mail: { version: settled.version + 1, ...said, outbox: [], posted, due } };
};
