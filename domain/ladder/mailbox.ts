import { grouped } from '../../base/grouped';
import type { CivilDate } from '../calendar/civil';
import { civilOf, type Instant } from '../calendar/zone';
import type { RoundId } from '../../base/ids';
import { SIDES } from '../item/side';
import { WithNews } from '../news';
import {
  type Addressee,
  type Digest,
  type DigestLine,
  type Fact,
  type ItemBrief,
  lineId,
  LINES_IN_FULL,
  type MailboxPost,
  type Receipt,
  type Reminder,
  type RoundPost,
} from './notice';
import type { RoundLine } from './round-notice';
import { lifeIn, lifeName, stepOfNotice } from './notice-id';

/** How long a mailbox remembers what it has said; older repeats are caught by the receipts in the store. */
const MEMORY = 8 * 86_400_000;

/** `heard`: when the item last posted, by the round's time. */
type FromItem = { brief: ItemBrief; version: number; list: Reminder[]; heard: Instant };

/** Everything a mailbox holds, plain JSON. */
export type MailboxMemory = {
  to?: Addressee;
  /** By the workflow of the item that posted. */
  items: Record<string, FromItem>;
  facts: { brief: ItemBrief; fact: Fact }[];
  /** What rounds tell of themselves. Absent in the memory of older versions, and where none has. */
  rounds?: RoundLine[];
  /** Ids that have been said, with the slot of the mail that said them. */
  said: Record<string, Instant>;
};

/** What a mailbox has to send: the contents of its one mail, in no order, and every notice that the mail settles. */
export type DueMail = Pick<Digest, 'slot' | 'lines' | 'rounds'> & { ids: Receipt['notices'] };

/** The ids of the notices that a mail settles, by the workflow of the item that caused them. */
export const noticesByItem = ({ lines, ids }: Pick<DueMail, 'lines' | 'ids'>): Map<string, string[]> => {
  const ofLife = grouped(
    ids.map(({ id }) => id),
    lifeIn,
  );
  return new Map(lines.map(({ brief }) => [brief.workflow, ofLife.get(lifeName(brief)) ?? []]));
};

/** The same of rounds. */
export const noticesByRound = ({ rounds = [] }: Pick<DueMail, 'rounds'>): Map<RoundId, string[]> => {
  const found = new Map<RoundId, string[]>();
  for (const { round, fact } of rounds) found.set(round, [...(found.get(round) ?? []), fact.id]);
  return found;
};

const EMPTY: MailboxMemory = { items: {}, facts: [], said: {} };

/**
 * The notices that wait for one person. Posts may come twice and out of order: a fact is kept once, and only
 * the newest list of reminders of an item counts. Knows no engine.
 */
export class PersonMailbox extends WithNews {
  private memory: MailboxMemory;

  constructor(carried: MailboxMemory = EMPTY) {
    super();
    this.memory = copyOf(carried);
  }

  remember(): MailboxMemory {
    return this.memory;
  }

  get to(): Addressee | undefined {
    return this.memory.to;
  }

  /** Takes a post in. */
  take(post: MailboxPost, now: Instant): void {
    const { brief, facts, reminders } = post;
    const known = this.memory.items[brief.workflow];
    this.memory.to = post.to;
    if (!known || reminders.version > known.version) {
      const list = latestOfToday([...leftOver(known, post, now), ...this.unsaid(reminders.list)], now);
      this.memory.items[brief.workflow] = { brief, version: reminders.version, list, heard: now };
    }
    for (const fact of facts)
      if (!this.holds(fact.id)) this.memory.facts.push({ brief, fact: this.hasRoom ? fact : inShort(fact) });
    this.noteNews();
  }

  /** Takes in what a round tells of itself. */
  takeOfRound({ to, rounds }: RoundPost): void {
    this.memory.to = to;
    const news = rounds.filter(({ fact }) => !this.holds(fact.id));
    if (news.length > 0) this.memory.rounds = [...(this.memory.rounds ?? []), ...news];
    this.noteNews();
  }

  /**
   * Lists may outlive the memory of what was said, so they never hold what has been said. Where a new calendar or
   * policy has moved the days of a rung, they hold none before the last one said, and no second one for the same day.
   */
  private unsaid(list: readonly Reminder[]): Reminder[] {
    if (list.length === 0) return [];
    const { said } = this.memory;
    const rungs = saidOfRungs(said);
    return list.filter(({ id, slot }) => {
      const step = stepOfNotice(id);
      const before = step && rungs.get(step.rung);
      return !(id in said) && !(before && (step.day < before.last || before.on.has(civilOf(slot))));
    });
  }

  /** What is to be judged is listed only in lines that are printed in full: more of it would not be read, but be kept. */
  private get hasRoom(): boolean {
    return this.memory.facts.filter(({ fact }) => fact.judged).length < LINES_IN_FULL;
  }

  private holds(id: string): boolean {
    const { said, facts, rounds = [] } = this.memory;
    return id in said || [...facts, ...rounds].some(({ fact }) => fact.id === id);
  }

  /** Everything still to be said, in no order. */
  private waiting(): DigestLine[] {
    const reminders = Object.values(this.memory.items).flatMap(({ brief, list }) =>
      list.map((reminder) => ({ brief, reminder })),
    );
    return [...this.memory.facts, ...reminders];
  }

  /** A line as its item was last heard of; for information only where its reader no longer has the part it asks of. */
  private asNow(line: DigestLine): DigestLine {
    const brief = this.memory.items[line.brief.workflow]?.brief ?? line.brief;
    if (!('fact' in line)) return { ...line, brief };
    const reader = this.memory.to?.person;
    const isGone =
      SIDES.some((side) => line.brief.people[side].id === reader && brief.people[side].id !== reader) ||
      (line.fact.kind === 'measures-assigned' && !brief.owners?.some((owner) => owner === reader));
    return { brief, fact: isGone ? { ...line.fact, cc: true } : line.fact };
  }

  /** The next instant at which a mail goes out. */
  nextSlot(): Instant | undefined {
    const slots = [...this.waiting().map(slotOf), ...(this.memory.rounds ?? []).map(({ fact }) => fact.slot)];
    return slots.length === 0 ? undefined : slots.reduce((a, b) => (a < b ? a : b));
  }

  /**
   * The mail for everything that is due. After an outage several slots are due at once: they become one mail,
   * named by the last of them, and of one rung of one item only the latest day is said. Every line speaks of its item as
   * it was last heard of: what has been overtaken within a slot must not ask for anything. What its reader has decided goes with
   * whatever mail is due first.
   */
  due(now: Instant): DueMail | undefined {
    const waiting = this.waiting();
    const due = waiting.filter((line) => slotOf(line) <= now);
    const rounds = (this.memory.rounds ?? []).filter(({ fact }) => fact.slot <= now);
    const slots = [...due.map(slotOf), ...rounds.map(({ fact }) => fact.slot)];
    if (slots.length === 0) return undefined;
    const slot = slots.reduce((a, b) => (a > b ? a : b));
    const early = waiting.filter((line) => slotOf(line) > now && ridesAlong(line));
    const lines = [...due, ...early].map((line) => this.asNow(line));
    const ids = [
      ...lines.map((line) => ({ id: lineId(line), item: line.brief.item })),
      ...rounds.map(({ round, fact }) => ({ id: fact.id, round })),
    ];
    return { slot, lines: latestOfEachRung(lines), ...(rounds.length > 0 && { rounds }), ids };
  }

  /** Notes that a mail has gone out. */
  settle({ ids, slot }: DueMail): void {
    const settled = new Set(ids.map(({ id }) => id));
    for (const id of settled) this.memory.said[id] = slot;
    this.memory.facts = this.memory.facts.filter(({ fact }) => !settled.has(fact.id));
    const { rounds } = this.memory;
    if (rounds) this.memory.rounds = rounds.filter(({ fact }) => !settled.has(fact.id));
    for (const [workflow, from] of Object.entries(this.memory.items))
      this.memory.items[workflow] = { ...from, list: this.unsaid(from.list) };
    this.forget(slot);
  }

  /** Drops what is older than any post can still repeat, and items that have nothing more to say. */
  private forget(slot: Instant): void {
    const isYoung = (at: Instant) => at > slot - MEMORY;
    const { said, items } = this.memory;
    this.memory.said = Object.fromEntries(Object.entries(said).filter(([, at]) => isYoung(at)));
    this.memory.items = Object.fromEntries(
      Object.entries(items).filter(
        ([, { list, heard }]) => isYoung(heard) || list.some((r) => isYoung(r.slot)),
      ),
    );
  }

  get isEmpty(): boolean {
    return this.nextSlot() === undefined;
  }

  /** How many notices wait. */
  get size(): number {
    return this.waiting().length + (this.memory.rounds?.length ?? 0);
  }
}

const inShort = ({ judged: _, ...fact }: Fact): Fact => fact;

const isSame = (a: ItemBrief, b: ItemBrief): boolean =>
  a.status === b.status && a.deadline === b.deadline && a.reviewDeadline === b.reviewDeadline;

/** What a late mailbox has not said yet is kept, unless the item has changed since. */
const leftOver = (
  known: FromItem | undefined,
  { brief, reminders }: MailboxPost,
  now: Instant,
): Reminder[] => {
  if (!known || !isSame(known.brief, brief)) return [];
  const posted = new Set(reminders.list.map(({ id }) => id));
  // Of its measures an item lists what is still to be said, also when that is late.
  return known.list.filter(({ id, slot, measure }) => !measure && slot <= now && !posted.has(id));
};

/** The rung that a reminder is of, for each measure another. */
const rungOf = ({ rung, measure }: Reminder): string => (measure ? `${rung}.${measure.no}` : rung);

/** A late reminder of a rung waits for the one that the rung has later today: together they are one. */
const latestOfToday = (list: readonly Reminder[], now: Instant): Reminder[] => {
  const today = civilOf(now);
  const later = new Set(list.filter(({ slot }) => slot > now && civilOf(slot) === today).map(rungOf));
  return list.filter((reminder) => reminder.slot > now || !later.has(rungOf(reminder)));
};

/** What has been said of each rung: the last of its days, and on which days the mails went out. */
const saidOfRungs = (said: MailboxMemory['said']): Map<string, { last: string; on: Set<CivilDate> }> => {
  const rungs = new Map<string, { last: string; on: Set<CivilDate> }>();
  for (const [id, slot] of Object.entries(said)) {
    const step = stepOfNotice(id);
    if (!step) continue;
    const { last, on } = rungs.get(step.rung) ?? { last: '', on: new Set() };
    rungs.set(step.rung, { last: step.day > last ? step.day : last, on: on.add(civilOf(slot)) });
  }
  return rungs;
};

const ridesAlong = (line: DigestLine): boolean => 'fact' in line && line.fact.kind === 'you-decided';

const slotOf = (line: DigestLine): Instant => ('fact' in line ? line.fact.slot : line.reminder.slot);

const latestOfEachRung = (lines: readonly DigestLine[]): DigestLine[] => {
  const latest = new Map<string, DigestLine>();
  for (const line of [...lines].sort((a, b) => slotOf(a) - slotOf(b))) {
    const key = 'fact' in line ? line.fact.id : `${line.brief.workflow} ${rungOf(line.reminder)}`;
    latest.set(key, line);
  }
  return [...latest.values()];
};

const copyOf = (memory: MailboxMemory): MailboxMemory => ({
  ...memory,
  items: { ...memory.items },
  facts: [...memory.facts],
  ...(memory.rounds && { rounds: [...memory.rounds] }),
  said: { ...memory.said },
});
