import type { Calendar } from '../calendar/calendar';
import { domainTime } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import { itemId, type ItemNumber, type RoundId, type Sha512 } from '../../base/ids';
import type { Submission } from '../item/identify';
import { type ItemBirth, ItemLife } from '../item/life';
import { type Author, authorOf, type LogEntry, nextEntry, type Proof, roundGenesis } from '../item/log';
import { isOpen } from '../item/states';
import type { Refusal } from '../refusal';
import { birthOf, contextOf, type RoundSetting } from './birth';
import type { RoundAnswer, RoundCommand, RoundCommandType } from './command';
import { decideRound } from './decide';
import type { RoundState } from './rule';
import type { RoundEvent } from './event';
import { inForceAfter } from './in-force';
import { ItemOpenings, type Opened, type RoundOpeningRecord } from './opening/opened';
import { judgeRound } from './judge';
import { Ledger } from './ledger';
import type { PlannedItem, RoundHead } from '../plan/plan';
import { ledgerPaper, type PaperDigests, planPaper, type RoundPaper } from './papers';
import type { LedgerRow } from './row';
import { sidesToday } from './sides-today';

/** What a round still has to do in the world: pass a command on to some items, or start a new life of one. */
export type RoundErrand =
  | { pass: Submission<RoundCommand>; round: RoundId; to: { number: ItemNumber; cycle: number }[] }
  | { start: ItemBirth };

/** Everything a round remembers, plain JSON: it goes from run to run when the workflow continues as new. */
export type RoundMemory = {
  head: RoundHead;
  calendar: Calendar;
  /** Versions of policy and calendar at the round's beginning, to which its log is chained. */
  born: { policy: string; calendar: string };
  log: LogEntry<RoundEvent>[];
  answers: RoundAnswer[];
  /** How many archive numbers (件号) have been given. */
  pieces: number;
  errands: RoundErrand[];
  rows: LedgerRow[];
  /** How the round was opened. Absent in the memory of older versions. */
  opened?: Opened;
  /** What the store is still to keep. Absent in the memory of older versions. */
  papers?: RoundPaper[];
  /** What the store has kept. Absent in the memory of older versions, which did not note it. */
  digests?: PaperDigests;
};

/** The bag of a round. `manifest`: SHA-512 of its tag manifest. */
export type RoundBag = { bag: string; archiveNumber: string; manifest: string };

/** What concerns no item, and is not passed on to any. */
const OF_THE_ROUND: readonly RoundCommandType[] = [
  'file-document',
  'publish-notice',
  'attest',
  'close-round',
];

/** What a round is started with. `items` are all those of its plan. */
export type RoundBirth = RoundSetting & {
  items: readonly PlannedItem[];
  assignedAt: Instant;
  /** Older versions did not sign openings. */
  opened?: Opened | undefined;
};

const firstMemory = ({ head, calendar, items, assignedAt, opened: opening }: RoundBirth): RoundMemory => {
  const born = { policy: head.policy.version, calendar: calendar.version };
  const opened = { at: assignedAt, event: { type: 'round-opened' as const, items: items.length } };
  const log = [nextEntry<RoundEvent>(undefined, roundGenesis({ round: head.round, ...born }), opened)];
  return {
    head,
    calendar,
    born,
    log,
    answers: [],
    pieces: items.length,
    errands: [],
    rows: [],
    ...(opening && { opened: opening }),
  };
};

/**
 * A round: its ledger, what is in force in it, and every command that it takes as a whole. Knows no
 * engine, like `ItemLife`.
 */
export class RoundLife {
  private memory: RoundMemory;
  readonly ledger: Ledger;
  private readonly openings: ItemOpenings;

  constructor(
    private readonly birth: RoundBirth,
    carried?: RoundMemory,
  ) {
    this.memory = carried ?? firstMemory(birth);
    this.openings = new ItemOpenings(birth, this.memory.opened);
    this.ledger = new Ledger(this.memory.rows);
    if (!carried) for (const one of this.births()) this.ledger.open(one);
  }

  /** What every item of the plan is started with. */
  births(): ItemBirth[] {
    return this.birth.items.map((item, index) =>
      birthOf(this.birth, item, index, this.birth.assignedAt, this.openings.of(index)),
    );
  }

  /** For continuing as new. */
  remember(): RoundMemory {
    return { ...this.memory, rows: this.ledger.rows };
  }

  get head(): RoundHead {
    return this.memory.head;
  }

  get calendar(): Calendar {
    return this.memory.calendar;
  }

  get opened(): Opened | undefined {
    return this.memory.opened;
  }

  /** What its archive keeps of how it was opened, where somebody has signed that. */
  get openingRecord(): RoundOpeningRecord | undefined {
    const { opened } = this.memory;
    const { clock, calendar } = this.birth;
    return opened && opened.signers.length > 0 ? { ...opened, clock, calendar } : undefined;
  }

  get log(): readonly LogEntry<RoundEvent>[] {
    return this.memory.log;
  }

  /** What `identifyRound` needs to know. */
  get context() {
    const { round: id, roster, policy } = this.memory.head;
    return { round: { id }, roster, policy };
  }

  timeAt(real: number): Instant {
    return domainTime(this.birth.clock, real);
  }

  /** The answer that a command was given when it first came. */
  answered(command: string): RoundAnswer | undefined {
    return this.memory.answers.find((answer) => answer.command === command);
  }

  private get state(): RoundState {
    const { head, calendar, log, pieces } = this.memory;
    return { head, calendar, log, pieces, rows: this.ledger.rows };
  }

  /** Why a command would be refused now, if it would; one that has its answer only gets it again. */
  objection(command: RoundCommand, now: Instant): Refusal | undefined {
    if (this.answered(command.id)) return undefined;
    const verdict = judgeRound(command, this.state, now);
    return 'refusal' in verdict ? verdict.refusal : undefined;
  }

  /** Carries out a command that was admitted, once: given again it only repeats its answer. */
  carryOut(command: RoundCommand, now: Instant, proof: Proof): RoundAnswer | { refusal: Refusal } {
    const before = this.answered(command.id);
    if (before) return before;
    const verdict = decideRound(command, this.state, now);
    if ('refusal' in verdict) return verdict;
    const { id, by, type, round } = command;
    const entry = this.append(verdict.event, now, authorOf(command, proof));
    this.putInForce(command, now);
    this.noteErrand(command, verdict.event, entry);
    const answer: RoundAnswer = { command: id, type, round, by, items: verdict.items, entry: entry.seq };
    this.memory = { ...this.memory, answers: [...this.memory.answers, answer] };
    return answer;
  }

  private append(event: RoundEvent, at: Instant, author?: Author): LogEntry<RoundEvent> {
    const { log, born, head } = this.memory;
    const origin = roundGenesis({ round: head.round, ...born });
    const entry = nextEntry(log.at(-1), origin, { at, event, ...(author && { author }) });
    this.memory = { ...this.memory, log: [...log, entry] };
    return entry;
  }

  private putInForce(command: RoundCommand, now: Instant): void {
    const { head, calendar } = this.memory;
    const before = { roster: head.roster, policy: head.policy, calendar };
    const { roster, policy, calendar: next } = inForceAfter(command, before, now);
    this.memory = { ...this.memory, head: { ...head, roster, policy }, calendar: next };
  }

  /** The errands that follow from an entry, and the papers to keep of this moment. */
  private noteErrand(command: RoundCommand, event: RoundEvent, entry: LogEntry<RoundEvent>): void {
    const errands = OF_THE_ROUND.includes(command.type) ? [] : [this.errandOf(command, event, entry)];
    const papers =
      event.type === 'notice-published' ? [ledgerPaper(this.head.round, entry, this.ledger.rows)] : [];
    this.memory = {
      ...this.memory,
      errands: [...this.memory.errands, ...errands],
      papers: [...(this.memory.papers ?? []), ...papers],
    };
  }

  private errandOf(command: RoundCommand, event: RoundEvent, entry: LogEntry<RoundEvent>): RoundErrand {
    if (event.type === 'item-reopened') return { start: this.nextLife(event, entry) };
    const rows = this.ledger.rows.filter(({ status }) => isOpen(status));
    const concerned = 'item' in event ? rows.filter(({ number }) => number === event.item) : rows;
    const { author } = entry;
    const pass: Submission<RoundCommand> =
      author?.identity === 'signed' ? { jws: author.jws } : { claimed: command };
    return { pass, round: this.head.round, to: concerned.map(({ number, cycle }) => ({ number, cycle })) };
  }

  /** A new life of an archived item, by the people, the policy and the calendar of today. */
  private nextLife(
    { item: number, cycle, reason, deadline }: Extract<RoundEvent, { type: 'item-reopened' }>,
    { at, author }: LogEntry<RoundEvent>,
  ): ItemBirth {
    const row = this.ledger.row(number);
    const original = this.birth.items.find((item) => item.number === number);
    if (!row?.archive || !original || !author) throw new TypeError(`${number} cannot be reopened`);
    const pieces = this.memory.pieces + 1;
    this.memory = { ...this.memory, pieces };
    const setting = { head: this.head, calendar: this.calendar, clock: this.birth.clock };
    const { bag, archiveNumber } = row.archive;
    const people = sidesToday(row, this.log);
    const heard = this.memory.answers.map(({ command }) => command);
    const opening = this.openings.ofLaterLife(this.birth.items.indexOf(original));
    const birth: ItemBirth = {
      item: itemId(this.head.round, number),
      cycle,
      assignedAt: at,
      clock: this.birth.clock,
      context: contextOf(setting, { ...original, ...people, deadline }, pieces, opening),
      reopening: { reason, author, previous: { cycle: cycle - 1, bag, archiveNumber }, heard },
    };
    this.ledger.open(birth);
    return birth;
  }

  /** Its ledger has changed since the last `catchUp`, or an errand waits. */
  get hasNews(): boolean {
    return this.ledger.hasNews || this.errand !== undefined;
  }

  catchUp(): void {
    this.ledger.catchUp();
  }

  /** The errand that is to be run next; it stays until `ran` says that it was. */
  get errand(): RoundErrand | undefined {
    return this.memory.errands[0];
  }

  ran(): void {
    this.memory = { ...this.memory, errands: this.memory.errands.slice(1) };
  }

  /** What the store is to keep next; it stays until `kept` says that it does. */
  get paper(): RoundPaper | undefined {
    return this.memory.papers?.[0];
  }

  /** Notes that the store has a paper; a worker of an older version did not say with which content. */
  kept(name: string, sha512?: Sha512): void {
    const papers = (this.memory.papers ?? []).filter((paper) => paper.name !== name);
    const digests = { ...this.memory.digests, ...(sha512 !== undefined && { [name]: sha512 }) };
    this.memory = { ...this.memory, papers, digests };
  }

  get digests(): PaperDigests {
    return this.memory.digests ?? {};
  }

  /** Takes a report of an item in. A closed ledger stays as it was closed. */
  note(row: LedgerRow): void {
    if (!this.isClosed) this.ledger.note(row);
  }

  /** It takes no more commands. */
  get isClosed(): boolean {
    return this.log.some(({ event }) => event.type === 'round-closed');
  }

  /** Where its record is in the archive, once it does. */
  get record(): RoundBag | undefined {
    const last = this.log.at(-1)?.event;
    if (last?.type !== 'round-archived') return undefined;
    const { bag, archiveNumber, manifest } = last;
    return { bag, archiveNumber, manifest };
  }

  /** Its record is in the archive, and nothing is left to do. */
  get hasEnded(): boolean {
    return this.record !== undefined;
  }

  /** Closed, and nothing is left to be done before its record can be written. */
  get readyToArchive(): boolean {
    return this.isClosed && !this.hasEnded && this.errand === undefined && this.paper === undefined;
  }

  /** What the store has to keep of a closed round before its record can be written. */
  closingPapers(): RoundPaper[] {
    const { head, items } = this.birth;
    const [opened] = this.log;
    const closed = this.log.at(-1);
    if (!opened || !closed) throw new TypeError('a log without a beginning');
    const first = items.map((item, index) =>
      new ItemLife(birthOf(this.birth, item, index, opened.at)).firstRow(),
    );
    return [
      planPaper(head, items),
      ledgerPaper(head.round, opened, first),
      ledgerPaper(head.round, closed, this.ledger.rows),
    ];
  }

  /** Notes that the record of the round is in the archive. */
  archived(bag: RoundBag, now: Instant): void {
    this.append({ type: 'round-archived', ...bag }, now);
  }

  get born(): RoundMemory['born'] {
    return this.memory.born;
  }
}
