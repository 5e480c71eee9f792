import type { Calendar } from '../calendar/calendar';
import { domainTime } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import type { RoundId, Sha512 } from '../../base/ids';
import type { ItemBirth } from '../item/life';
import { type Author, authorOf, type LogEntry, type Proof } from '../item/log';
import type { LifeFound } from '../item/lost';
import { type RefusedMail, refusedBefore } from '../item/refused-before';
import type { Refusal } from '../refusal';
import { birthOf } from './birth';
import { closingPapers, recordIn } from './closing-papers';
import { missing, newlyBlocked, triedAgain, withBlocked } from './blocked';
import type { RoundAnswer, RoundCommand } from './command';
import { decideRound } from './decide';
import type { RoundState } from './rule';
import { OF_THE_ROUND, passing, type RoundErrand } from './errand';
import type { RoundEvent } from './event';
import { inForceAfter } from './in-force';
import { closedBefore } from './filing';
import { withAdditions } from './amend/additions';
import { newConflicts } from './amend/conflicts';
import { type PlanVersion, planNow } from './amend/standing';
import { outcomeOf } from './keys/outcome';
import { dueOf, type KeyProposal, type KeyWaiting, standingKeys, waitingKeys } from './keys/proposals';
import { ItemOpenings, type Opened, type RoundOpeningRecord } from './opening/opened';
import { lapsedAsked, overtakenBy, secondsWaiting, type SecondWaiting, standingAsked } from './second/asked';
import { judgeAnySecond, type Second } from './second/judge';
import type { OpeningSigner } from './two-offices';
import { entryAfter, firstMemory, type RoundBag, type RoundBirth, type RoundMemory } from './memory';
import { triedToday } from './daily-quota';
import { judgeRound } from './judge';
import { addedLives, followingLife } from './new-lives';
import { Ledger } from './ledger';
import type { PlannedItem, RoundHead } from '../plan/plan';
import { ledgerPaper, type PaperDigests, type RoundPaper } from './papers';
import { reportWakes, withReports } from './report/due';
import type { LedgerRow } from './row';
import { changedAddresses, roundPostsOf, stillRemembered } from './telling';
import { closedByUndo } from './undo/undone';
import { nextWake, type RoundWake } from './wake';

/** The answer to a second signature. `from`: when what both have signed takes effect. */
export type SecondAnswer = { round: RoundId; signers: OpeningSigner[]; from: Instant };

type MayRest = () => boolean;
const ALWAYS: MayRest = () => true;

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

  /** As they were first planned. */
  private get items(): readonly PlannedItem[] {
    return withAdditions(this.birth.items, this.log);
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
    const { clock } = this.birth;
    const { genesis } = this.opened ?? {};
    return { ...this.memory, clock, genesis, rows: this.ledger.rows, items: this.items };
  }

  /** Why a command would be refused now, if it would; one that has its answer only gets it again. */
  objection(command: RoundCommand, now: Instant): Refusal | undefined {
    if (this.answered(command.id)) return undefined;
    const verdict = judgeRound(command, this.state, now);
    return 'refusal' in verdict ? verdict.refusal : undefined;
  }

  /**
   * Carries out a command that was admitted, once: given again it only repeats its answer. `found`: how the server has the
   * life that is to be restored.
   */
  carryOut(
    command: RoundCommand,
    now: Instant,
    proof: Proof,
    found: LifeFound = 'at-work',
  ): RoundAnswer | { refusal: Refusal } {
    const answered = this.answered(command.id);
    if (answered) return answered;
    const verdict = decideRound(command, { ...this.state, found }, now);
    if ('refusal' in verdict) {
      this.memory = triedToday(this.memory, command, { ...verdict, at: now });
      return verdict;
    }
    const { id, by, type, round } = command;
    const before = this.head;
    const entry = this.append(verdict.event, now, authorOf(command, proof));
    this.putInForce(command, now);
    this.noteErrand(command, verdict.event, entry);
    this.startAdded(entry, command.id);
    this.tell(entry, before);
    const answer: RoundAnswer = { command: id, type, round, by, items: verdict.items, entry: entry.seq };
    this.memory = { ...this.memory, answers: [...this.memory.answers, answer] };
    return answer;
  }

  private append(event: RoundEvent, at: Instant, author?: Author): LogEntry<RoundEvent> {
    const entry = entryAfter(this.memory, { at, event, ...(author && { author }) });
    this.memory = { ...this.memory, log: [...this.log, entry] };
    return entry;
  }

  /** Tells people of the last entry, where it concerns them, and of what lapses by it. `before`: people and policy before it. */
  private tell(entry: LogEntry<RoundEvent>, before: RoundHead): void {
    const { head, log, errands, calendar } = this.memory;
    const { at } = entry;
    const changed = changedAddresses(before.roster, head.roster, at);
    const former = stillRemembered([...(this.memory.former ?? []), ...changed], at);
    const posts = roundPostsOf(entry, { head, before, log, calendar, clock: this.birth.clock, former });
    this.memory = {
      ...this.memory,
      ...(former.length > 0 || this.memory.former ? { former } : {}),
      ...(posts.length > 0 && { errands: [...errands, { tell: posts }] }),
    };
    for (const event of overtakenBy(log)) this.tell(this.append(event, at), head);
  }

  /** Why a second signature would not be taken now, if it would not. */
  countersignObjection(jws: string, now: Instant): Refusal | undefined {
    const judged = this.judgeSecond(jws, now);
    return 'refusal' in judged ? judged.refusal : undefined;
  }

  private judgeSecond(jws: string, now: Instant): Second | { refusal: Refusal } {
    const closed = closedBefore(this.state);
    return closed ? { refusal: closed } : judgeAnySecond(jws, this.state, now);
  }

  /** Takes a second signature, once: given again it only repeats its answer. */
  countersign(jws: string, now: Instant): SecondAnswer | { refusal: Refusal } {
    const judged = this.judgeSecond(jws, now);
    if ('refusal' in judged) return judged;
    const { signers, from, enters } = judged;
    if (enters) this.enter(enters, now);
    return { round: this.head.round, signers, from };
  }

  private enter({ event, author, pass }: NonNullable<Second['enters']>, now: Instant): void {
    const entry = this.append(event, now, author);
    if (pass) this.addErrands(passing(pass, event, this.state));
    this.startAdded(entry, author.command);
    this.tell(entry, this.head);
  }

  /** Enters lives that follow the import. */
  private begin(...births: ItemBirth[]): void {
    for (const one of births) this.ledger.open(one);
    this.memory = { ...this.memory, pieces: this.memory.pieces + births.length };
  }

  /** Has the items started that an amendment adds. `command`: the one that adds them, which they are not to hear of. */
  private startAdded(entry: LogEntry<RoundEvent>, command: string): void {
    const { memory, birth, openings } = this;
    const births = addedLives(entry, command, { memory, birth, openings });
    this.begin(...births);
    this.addErrands(...births.map((start) => ({ start })));
  }

  private addErrands(...errands: RoundErrand[]): void {
    this.memory = { ...this.memory, errands: [...this.memory.errands, ...errands] };
  }

  /**
   * What comes by time alone: keys that were countersigned take effect, what nobody countersigned lapses, a round that was undone closes;
   * reports are made, but none where `mayRest` says so, when that makes a difference, and there is nothing to tell. And what items could not take is noted.
   */
  passTime(now: Instant, mayRest: MayRest = ALWAYS): void {
    if (this.isClosed) return;
    for (const one of standingKeys(this.log)) if (dueOf(one) <= now) this.settleKey(one, now);
    const { rows } = this.ledger;
    const passed = [lapsedAsked(this.log, now), newConflicts(rows, this.log), closedByUndo(this.state)];
    for (const event of passed.flat()) this.tell(this.append(event, now), this.head);
    if (passed.flat().some(({ type }) => type === 'round-closed')) return;
    this.memory = withReports(this.memory, { rows, clock: this.birth.clock, mayRest }, now);
  }

  private settleKey(proposal: KeyProposal, now: Instant): void {
    const { head } = this.memory;
    const { event, roster, pass } = outcomeOf(proposal, head.roster, now);
    const entry = this.append(event, now);
    this.memory = { ...this.memory, head: { ...head, roster } };
    if (pass) this.addErrands(passing(pass, event, this.state));
    this.tell(entry, head);
  }

  /** When it must wake by itself, as a real instant; undefined while it only waits for people and items. */
  nextRealWake(mayRest: MayRest = ALWAYS): RoundWake | undefined {
    const reports = { ...this.memory, rows: this.ledger.rows, mayRest };
    const asked = standingAsked(this.log).map(({ until }) => until);
    const due = [...standingKeys(this.log).map(dueOf), ...asked, ...reportWakes(reports)];
    return nextWake(this.isClosed ? [] : due, this.memory.blocked, this.birth.clock);
  }

  /** The keys that wait, as anybody may see them. */
  get keysWaiting(): KeyWaiting[] {
    return waitingKeys(this.log, this.head.roster);
  }

  /** Other commands that wait for a second signature, likewise. */
  get secondsWaiting(): SecondWaiting[] {
    return secondsWaiting(this.log, this.head.roster);
  }

  /** The plan as it stands, and what of it is to be decided. */
  get plan(): PlanVersion {
    return planNow(this.items, this.log);
  }

  /** Notes that a mail about the round itself was refused for good, once. A closed round stays as it is. */
  noteRefused(report: RefusedMail, now: Instant): void {
    if (this.isClosed || refusedBefore(report, this.log)) return;
    this.tell(this.append({ type: 'mail-undeliverable', ...report }, now), this.head);
  }

  private putInForce(command: RoundCommand, now: Instant): void {
    const { head, calendar } = this.memory;
    const after = inForceAfter(command, { roster: head.roster, policy: head.policy, calendar }, now);
    const { roster, policy } = after;
    this.memory = { ...this.memory, head: { ...head, roster, policy }, calendar: after.calendar };
  }

  /** The errands that follow from an entry, and the papers to keep of this moment. */
  private noteErrand(command: RoundCommand, event: RoundEvent, entry: LogEntry<RoundEvent>): void {
    const isOwn = OF_THE_ROUND.includes(command.type) || event.type === 'second-asked';
    const errands = isOwn ? [] : [this.errandOf(command, event, entry)];
    const papers =
      event.type === 'notice-published' ? [ledgerPaper(this.head.round, entry, this.ledger.rows)] : [];
    this.addErrands(...errands);
    this.memory = { ...this.memory, papers: [...(this.memory.papers ?? []), ...papers] };
  }

  private errandOf(command: RoundCommand, event: RoundEvent, entry: LogEntry<RoundEvent>): RoundErrand {
    if (event.type === 'item-reopened' || event.type === 'item-restored') {
      const { memory, birth, openings } = this;
      const known = { line: this.ledger.row(event.item), plan: this.plan.items };
      const start = followingLife(event, entry, { memory, birth, openings, ...known });
      this.begin(start);
      return { start };
    }
    const { author, at: since } = entry;
    const passed = author?.identity === 'signed' ? { jws: author.jws } : { claimed: command };
    return passing({ ...passed, since }, event, this.state);
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
    const [done, ...errands] = this.memory.errands;
    this.memory = { ...this.memory, errands, ...missing(this.memory, done) };
  }

  /** Sets aside lives that could not be started, says so of each once, and goes on with what else there is. */
  setAside(births: readonly ItemBirth[], real: number): void {
    this.memory = { ...this.memory, ...withBlocked(this.memory, births, real) };
    for (const event of newlyBlocked(births, this.log))
      this.tell(this.append(event, this.timeAt(real)), this.head);
  }

  /** Has those tried again for which it is time. */
  tryAgain(real: number): void {
    this.memory = { ...this.memory, ...triedAgain(this.memory, this.ledger.rows, real) };
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

  /** Where its record is in the archive, once it is: then nothing is left to do. */
  get record(): RoundBag | undefined {
    return recordIn(this.log);
  }

  get hasEnded(): boolean {
    return this.record !== undefined;
  }

  /** Closed, and nothing is left to be done before its record can be written. */
  get readyToArchive(): boolean {
    return this.isClosed && !this.hasEnded && this.errand === undefined && this.paper === undefined;
  }

  /** What the store has to keep of a closed round before its record can be written. */
  closingPapers(): RoundPaper[] {
    return closingPapers(this.birth, this.log, this.ledger.rows);
  }

  /** Notes that the record of the round is in the archive. */
  archived(bag: RoundBag, now: Instant): void {
    this.append({ type: 'round-archived', ...bag }, now);
  }

  get born(): RoundMemory['born'] {
    return this.memory.born;
  }
}
