import { type Clock, domainTime, realTime } from '../calendar/clock';
import { civilOf, type Instant, instantOf } from '../calendar/zone';
import { manifestHash } from '../evidence/manifest';
import { hashOf } from '../../base/hash';
import type { BodyId, ItemId, PersonId, Sha256 } from '../../base/ids';
import { type Correspondence, NO_CORRESPONDENCE, postsOf, settle } from '../ladder/correspondence';
import { factsOf } from '../ladder/facts';
import type { MailboxPost } from '../ladder/notice';
import { newlyReached, nextDay, type Planned, remindersOf } from '../ladder/plan';
import type { RungId } from '../ladder/rung';
import { WithNews } from '../news';
import type { Refusal } from '../refusal';
import type { Added } from '../round/amend/amendment';
import type { RoundCommand } from '../round/command';
import { headOf, type LogHead } from '../round/log-head';
import { roundObjection } from '../round/objection';
import { type LedgerRow, rowOf, warningLevel } from '../round/row';
import { otherOpening } from './binding';
import type { Answer, Command } from './command';
import { decide } from './decide';
import type { Event, Previous } from './event';
import type { LostLife } from './lost';
import { type Beginning, begin, evolve } from './evolve';
import { formerIn } from './former-work';
import { fullForRound } from './full-log';
import { eventsOfRoundCommand } from './round-command';
import { judge } from './judge';
import { heardAs, lacksSecond } from './passed-on';
import { type Author, authorOf, genesis, type LogEntry, nextEntry, type Proof } from './log';
import { refusalsIn } from './amend/refusals';
import { contextAfter, contextAfterRound } from './in-context';
import { type RefusedMail, refusedBefore } from './refused-before';
import type { Found } from './rules/rule';
import { endOfSustaining } from './rules/sustaining';
import { sidesOf } from './side';
import type { ItemContext, ItemState } from './state';

type Archived = Extract<Event, { type: 'archived' }>;

/** Everything an item remembers, plain JSON: it goes from run to run when the workflow continues as new. */
export type ItemMemory = {
  state: ItemState;
  /** Absent until something in it has changed: it is then that of the item's birth. */
  context?: ItemContext;
  log: LogEntry[];
  answers: Answer[];
  /** Commands to the round that this item has taken in: each acts once. */
  heard: string[];
  mail: Correspondence;
  /** `recorded`: how many entries of the log are in its bag, once it is archived. */
  row: { version: number; sent: Sha256 | null; recorded?: number };
};

/**
 * Why a life follows another, and by whom. `heard`: the commands to the round from before, which nobody may pass on to
 * the new life.
 */
type Following = { reason: string; author: Author; heard: string[] };

/** Of an archived item, and what it goes on from. */
export type Reopening = Following & { previous: Previous };

/** Of an item that the server had ended. */
export type Restoring = Following & { lost: LostLife };

/** What an item is started with. */
export type ItemBirth = {
  item: ItemId;
  cycle: number;
  context: ItemContext;
  clock: Clock;
  /** The round's time at which all items of an import are assigned. */
  assignedAt: Instant;
  /** Of an item that was not imported with the plan; `adding`: by whom it was added, in its first life. */
  added?: Added;
  adding?: Omit<Following, 'reason'>;
  reopening?: Reopening;
  restoring?: Restoring;
};

/** What anybody can see of an item. */
export type ItemView = {
  state: ItemState;
  context: ItemContext;
  clock: Clock;
  /** The round's time at the moment of asking. */
  now: Instant;
  log: LogEntry[];
  /** What an approval has to name as the evidence it saw. */
  evidenceHash: Sha256;
  level?: RungId;
  row: LedgerRow;
};

/** The mails an item has caused, and will cause unless something changes. */
export type ItemSchedule = {
  now: Instant;
  clock: Clock;
  /** The code of the inspected body, if mailboxes are named by it. */
  body?: BodyId;
  said: Correspondence['due'];
  toCome: Planned[];
};

const beginningOf = ({ context: { planned }, added, reopening, restoring }: ItemBirth): Beginning => {
  const { deadline } = planned;
  const dated = { people: sidesOf(planned), ...(deadline && { deadline }), ...(added && { added }) };
  if (restoring) return { type: 'restored', ...dated, reason: restoring.reason, lost: restoring.lost };
  if (!reopening) return { type: 'assigned', ...dated };
  const { reason, previous } = reopening;
  return { type: 'reopened', ...dated, reason, previous };
};

const firstMemory = (birth: ItemBirth): ItemMemory => {
  const { context, item, cycle, assignedAt: at } = birth;
  const following = birth.reopening ?? birth.restoring ?? birth.adding;
  const event = beginningOf(birth);
  const origin = genesis({ item, cycle, policy: context.policy.version, calendar: context.calendar.version });
  const entry = nextEntry<Event>(undefined, origin, {
    at,
    event,
    ...(following && { author: following.author }),
  });
  const state = begin(context, birth, entry, event);
  return {
    state,
    log: [entry],
    answers: [],
    heard: following?.heard ?? [],
    mail: { ...NO_CORRESPONDENCE, outbox: factsOf(entry, state, context, []) },
    row: { version: 0, sent: null },
  };
};

/**
 * One life of an item: its memory, and everything that can happen to it. Knows no engine: the workflow keeps it
 * alive, and tests and rehearsals run the very same object.
 */
export class ItemLife extends WithNews {
  private memory: ItemMemory;

  constructor(
    private readonly birth: ItemBirth,
    carried?: ItemMemory,
  ) {
    super();
    this.memory = carried ?? firstMemory(birth);
  }

  get state(): ItemState {
    return this.memory.state;
  }

  get context(): ItemContext {
    return this.memory.context ?? this.birth.context;
  }

  get log(): readonly LogEntry[] {
    return this.memory.log;
  }

  /** For continuing as new. */
  remember(): ItemMemory {
    return this.memory;
  }

  /** The round's time at a real instant. */
  timeAt(real: number): Instant {
    return domainTime(this.birth.clock, real);
  }

  /** The answer that a command was given when it first came. */
  answered(command: string): Answer | undefined {
    return this.memory.answers.find((answer) => answer.command === command);
  }

  /** The item as a command finds it. */
  private found(now: Instant): Found & { log: readonly LogEntry[]; clock: Clock } {
    const { state, context, log } = this;
    const hasTold = (to: PersonId, notice: string) =>
      settle(this.memory.mail, now).due.some((said) => said.to === to && said.id === notice);
    return { state, context, log, clock: this.birth.clock, hasTold };
  }

  /** Why a command would be refused now, if it would; one that has its answer only gets it again. */
  objection(command: Command, now: Instant): Refusal | undefined {
    if (this.answered(command.id)) return undefined;
    const verdict = judge(command, this.found(now), now);
    return 'refusal' in verdict ? verdict.refusal : undefined;
  }

  /** Carries out a command that was admitted, once: given again it only repeats its answer. */
  carryOut(
    command: Command,
    now: Instant,
    proof: Proof = { identity: 'claimed' },
  ): Answer | { refusal: Refusal } {
    const before = this.answered(command.id);
    if (before) return before;
    const verdict = decide(command, this.found(now), now);
    if ('refusal' in verdict) return verdict;
    const { id, by, type, item, cycle } = command;
    const author = authorOf(command, proof);
    this.keep(contextAfter(command, this.context));
    const entries = verdict.events.map((event) => this.happen(event, now, author));
    const { status, deadline } = this.state;
    const answer = { command: id, type, item, cycle, by, status, ...(deadline && { deadline }), entries };
    this.memory = { ...this.memory, answers: [...this.memory.answers, answer] };
    return answer;
  }

  /**
   * Takes in a command to the whole round, once, as far as it concerns the item.
   * Returns why the item ignores it, if it does.
   */
  applyRoundCommand(command: RoundCommand, now: Instant, proof: Proof, since = now): Refusal | undefined {
    const name = heardAs(command, proof);
    if (this.hasEnded || this.memory.heard.includes(name)) return undefined;
    const refusal =
      otherOpening(command, this.context.opening?.genesis) ??
      roundObjection(command, this.context) ??
      lacksSecond(command, proof, this.context);
    const full = fullForRound(command, this.log);
    // Of an amendment that it cannot take it reports; what ends it it always takes.
    const isTaken = command.type === 'amend' || command.type === 'undo-import';
    if (refusal ?? (!isTaken && full)) return refusal ?? full;
    this.memory = { ...this.memory, heard: [...this.memory.heard, name] };
    const reached = { proof, isFull: full !== undefined, since };
    const events = eventsOfRoundCommand(command, this.state, this.context, now, reached);
    if (events.length === 0) return undefined;
    const author = authorOf(command, proof);
    this.keep(contextAfterRound(command, this.context, now, since, events));
    for (const event of events) this.happen(event, now, author);
    return undefined;
  }

  private keep(context: ItemContext): void {
    if (context !== this.context) this.memory = { ...this.memory, context };
  }

  /** Appends an event to the log and lets it change the item. Returns its number. */
  happen(event: Event, now: Instant, author?: Author): number {
    const last = this.log.at(-1);
    // A log always has its first entry, so this hash is never asked for.
    const origin = last?.hash ?? hashOf(this.birth.item);
    const entry = nextEntry(last, origin, { at: now, event, ...(author && { author }) });
    const state = evolve(this.state, entry);
    const { log, mail } = this.memory;
    const facts = factsOf(entry, state, this.context, log);
    this.memory = {
      ...this.memory,
      state,
      log: [...log, entry],
      mail: { ...mail, outbox: [...mail.outbox, ...facts] },
    };
    this.noteNews();
    return entry.seq;
  }

  /** Notes that a mail was refused for good, once. */
  noteRefused(report: RefusedMail, now: Instant): void {
    if (!refusedBefore(report, this.log)) this.happen({ type: 'mail-undeliverable', ...report }, now);
  }

  /** Notes what happens by time alone: rungs that others than the item's own people hear of, and an end date. */
  passTime(now: Instant): void {
    for (const event of endOfSustaining(this.state, this.context, now)) this.happen(event, now);
    for (const { rung, day } of newlyReached(this.state, this.context, civilOf(now)))
      this.happen({ type: 'rung-reached', rung: rung.id, day }, now);
  }

  /** Takes out the posts that bring all mailboxes up to date; the caller must then make them. */
  takePosts(now: Instant, workflow: string): MailboxPost[] {
    const last = this.log.at(-1);
    const { posts, mail } = postsOf(this.memory.mail, this.state, this.context, {
      now,
      clock: this.birth.clock,
      workflow,
      ...(last && { log: { entries: last.seq, head: last.hash } }),
    });
    this.memory = { ...this.memory, mail };
    return posts;
  }

  private row(version: number): LedgerRow {
    return rowOf(this.state, this.context, version);
  }

  /** How far the log goes that its record has, or will have: what is noted of the archive comes after. */
  get logHead(): LogHead | undefined {
    const noted = this.log.findIndex(({ event }) => event.type === 'archived');
    return headOf(this.log, this.memory.row.recorded ?? (noted < 0 ? this.log.length : noted));
  }

  /**
   * Takes out the line of the ledger if it has changed since it was last taken. That the log alone has grown is no reason
   * to report.
   */
  takeRow(): LedgerRow | undefined {
    const { version, sent } = this.memory.row;
    const content = hashOf(this.row(0));
    if (content === sent) return undefined;
    this.memory = { ...this.memory, row: { ...this.memory.row, version: version + 1, sent: content } };
    const { logHead, log, state } = this;
    return { ...this.row(version + 1), ...refusalsIn(log), ...formerIn(state), ...(logHead && { logHead }) };
  }

  /** Has the line reported anew although it has not changed: what was told before may not have come. */
  reportAnew(): void {
    this.memory = { ...this.memory, row: { ...this.memory.row, sent: null } };
    this.noteNews();
  }

  /** Notes that a record with the first `entries` of the log is in the archive. */
  archived(record: Omit<Archived, 'type'>, entries: number, now: Instant): void {
    this.memory = { ...this.memory, row: { ...this.memory.row, recorded: entries } };
    this.happen({ type: 'archived', ...record }, now);
  }

  /** The first line of the ledger, before the item has said anything. */
  firstRow(): LedgerRow {
    return this.row(0);
  }

  /** When the item must wake by itself; undefined when it only waits for people. */
  nextWake(now: Instant): Instant | undefined {
    if (this.awaitsArchive) return this.lastMail();
    const day = nextDay(this.state, this.context, civilOf(now));
    return day && instantOf(day);
  }

  /** The real instant of `nextWake`. */
  nextRealWake(real: number): Instant | undefined {
    const wake = this.nextWake(this.timeAt(real));
    return wake === undefined ? undefined : realTime(this.birth.clock, wake);
  }

  /** The instant of the last mail that the item has caused and that its record waits for. */
  private lastMail(): Instant {
    const { due, outbox } = this.memory.mail;
    const slots = [
      ...due.filter(({ confirms }) => !confirms),
      ...outbox.filter(({ kind }) => kind !== 'you-decided'),
    ].map((notice) => notice.slot);
    return slots.reduce((a, b) => (a > b ? a : b), this.state.assignedAt);
  }

  private get awaitsArchive(): boolean {
    const { status, archive } = this.state;
    return !archive && (status === 'closed' || status === 'withdrawn');
  }

  /** Closed or withdrawn, and every mail it has caused is due: its record is complete. */
  readyToArchive(now: Instant): boolean {
    return this.awaitsArchive && this.memory.mail.outbox.length === 0 && now >= this.lastMail();
  }

  /** Its record is in the archive: nothing can happen to it any more. */
  get hasEnded(): boolean {
    return this.state.archive !== undefined;
  }

  /** Every notice that must have gone out by now. */
  get said(): Correspondence['due'] {
    return this.memory.mail.due;
  }

  /** Every notice that must have gone out by an instant: a confirmation may have to wait for the digest of another day. */
  saidBy(now: Instant): Correspondence['due'] {
    return this.said.filter(({ slot, confirms }) => !confirms || slot <= now);
  }

  /** Everybody whose mailbox this item has written to. */
  get correspondents(): PersonId[] {
    return [...new Set(this.said.map((notice) => notice.to))];
  }

  view(now: Instant): ItemView {
    const level = warningLevel(this.row(0), this.context.policy, this.context.calendar, civilOf(now));
    return {
      state: this.state,
      context: this.context,
      clock: this.birth.clock,
      now,
      log: this.memory.log,
      evidenceHash: manifestHash(this.state),
      ...(level && { level }),
      row: this.row(this.memory.row.version),
    };
  }

  schedule(now: Instant): ItemSchedule {
    const toCome = remindersOf(this.state, this.context, now, now);
    const { bodyId: body } = this.context.round;
    return { now, clock: this.birth.clock, ...(body && { body }), said: this.said, toCome };
  }
}
