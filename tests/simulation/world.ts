import { bagName } from '../../archive/item/record';
import { type Instant, instant } from '../../domain/calendar/zone';
import { type ItemNumber, numberOf, type PersonId } from '../../base/ids';

import { identifyPassedOn, sinceIn } from '../../domain/item/passed-on';
import type { ItemBirth } from '../../domain/item/life';
import { type DueMail, noticesByItem } from '../../domain/ladder/mailbox';
import type { MailboxPost } from '../../domain/ladder/notice';
import type { RoundLife } from '../../domain/round/life';
import type { RoundErrand } from '../../domain/round/errand';
import { undoneIn } from '../../domain/round/undo/undone';
import { Agenda } from './agenda';
import { Counter } from './counter';
import type { Order, Sight } from './deeds/order-of';
import { Noise } from './noise';
import { type Parts, REAL_PARTS } from './parts';
import { PostOffice } from './post-office';
import { RoundSeat } from './round-seat';
import { RoundArchive } from './round-archive';
import type { Outcome, Rule, WorldView } from './rule';
import type { Setting } from './script';
import { Seat, throughJson } from './seat';
import { EVERYBODY, roundBirth } from './setting';
import { Watch } from './watch';

const HOUR = 3_600_000;

/**
 * A whole round under a virtual clock: its items, its people's mailboxes, and everything that is under way between
 * them, which arrives late, twice and in any order. After everything that happens, every rule is checked.
 */
export class World {
  now: Instant;
  readonly seats: Seat[] = [];
  private readonly head: RoundSeat;
  private readonly archives: RoundArchive;
  private readonly agenda = new Agenda();
  private readonly noise: Noise;
  private readonly office: PostOffice;
  private readonly watch: Watch;
  private readonly counter: Counter;
  private made = 0;
  /** Something has changed since everything was last seen at rest. */
  private isStirred = true;

  constructor(
    private readonly setting: Setting,
    rules: readonly Rule[],
    private readonly parts: Parts = REAL_PARTS,
  ) {
    this.watch = new Watch(rules);
    this.counter = new Counter(this.watch);
    this.noise = new Noise(setting.noise);
    this.office = new PostOffice(parts.mailbox, this.noise);
    this.head = new RoundSeat(roundBirth(setting), parts.round);
    this.archives = new RoundArchive({
      round: () => this.round,
      now: () => this.now,
      later: (most, run) => {
        this.later(most, run);
      },
    });
    this.now = this.head.birth.assignedAt;
    for (const birth of this.round.births()) this.start(birth);
  }

  get round(): RoundLife {
    return this.head.life;
  }

  get papers(): WorldView['papers'] {
    return this.archives.papers;
  }

  /** The items that have begun, in the order of the plan: those that amendments add are started after a while. */
  private get numbers(): ItemNumber[] {
    const begun = new Set(this.seats.map(({ life }) => numberOf(life.state.item)));
    return this.round.plan.imported.map(({ number }) => number).filter((one) => begun.has(one));
  }

  /** The newest life of the item at a place of the plan. */
  seatAt(place: number): Seat {
    const number = this.numbers[place];
    const seat = this.seats.findLast(({ life }) => numberOf(life.state.item) === number);
    if (!seat) throw new RangeError(`no item has place ${place}`);
    return seat;
  }

  /** What people see when they decide what to do. */
  sight(): Sight {
    const { head, calendar, ledger, log, opened } = this.round;
    this.made += 1;
    return {
      now: this.now,
      round: { head, calendar, genesis: opened?.genesis, log, rows: ledger.rows },
      items: this.numbers.map((_, place) => {
        const { state, context, log: ofItem, said } = this.seatAt(place).life;
        return { state, context, log: ofItem, said };
      }),
      given: this.counter.given,
      made: this.made,
      temperamentOf: (person) =>
        this.setting.temperaments[EVERYBODY.findIndex((id) => id === person)] ?? 'diligent',
    };
  }

  private later(most: number, run: () => void): void {
    this.agenda.add(instant(this.now + this.noise.delay(most)), run);
  }

  private start(birth: ItemBirth): void {
    const seat = new Seat(throughJson(birth), this.parts.item);
    this.seats.push(seat);
    this.touch(seat);
  }

  /** Lets something happen to an item and brings everybody up to date with it; not, where `change` is refused. */
  private touch(seat: Seat, change: () => unknown = () => true): void {
    const { state, context } = seat.life;
    const before = { state, context };
    if (change() === false) return;
    this.isStirred = true;
    const posts = seat.isArchiving ? [] : seat.catchUp(this.now);
    for (const post of posts) this.send(post);
    this.report(seat);
    this.plan(seat);
    this.watch.look('item', { now: this.now, seat, before, steps: seat.readOn(), posts, wake: seat.wake });
  }

  private send(post: MailboxPost): void {
    this.later(2 * HOUR, () => {
      this.office.deliver(post, this.now);
    });
    if (this.noise.chance(0.05))
      this.later(12 * HOUR, () => {
        this.office.deliver(post, this.now);
      });
  }

  private report(seat: Seat): void {
    const row = seat.isArchiving ? undefined : seat.life.takeRow();
    if (!row) return;
    this.later(2 * HOUR, () => {
      this.head.note(row);
      this.closeIfUndone();
    });
  }

  /** A round whose import was undone closes by itself. */
  private closeIfUndone(): void {
    if (!undoneIn(this.round.log)) return;
    this.round.passTime(this.now);
    this.runErrands();
    this.archives.goOn();
    this.watch.look('round', this);
  }

  private plan(seat: Seat): void {
    const { life } = seat;
    seat.isGone = life.hasEnded && !life.hasNews;
    if (!seat.isArchiving && life.readyToArchive(this.now)) this.archive(seat);
    seat.wake = seat.isArchiving || seat.isGone ? undefined : life.nextWake(this.now);
  }

  private archive(seat: Seat): void {
    seat.isArchiving = true;
    this.later(HOUR, () => {
      this.touch(seat, () => {
        seat.isArchiving = false;
        const { state, context } = seat.life;
        const { archiveNumber } = context;
        const bag = bagName(state);
        const manifest = 'f'.repeat(128);
        return seat.life.happen(
          { type: 'archived', bag, archiveNumber, manifest, missingMails: 0 },
          this.now,
        );
      });
    });
  }

  /** Gives a command and returns its answer; nothing when the item has left. */
  carryOut(order: Order): Outcome | undefined {
    const outcome =
      order.to === 'round' ? this.tellRound(order) : this.tellItem(this.seatAt(order.to), order);
    this.watch.look('round', this);
    return outcome;
  }

  private tellItem(seat: Seat, order: Order): Outcome | undefined {
    if (seat.isGone) return undefined;
    let outcome: Outcome | undefined;
    this.touch(seat, () => {
      const submit = () => seat.submit(order.submission, this.now);
      const subject = { name: seat.workflow, life: seat.life, submit };
      outcome = this.counter.handIn(order, subject, this.now);
      return !('refusal' in outcome);
    });
    return outcome;
  }

  private tellRound(order: Order): Outcome | undefined {
    if (this.round.hasEnded) return undefined;
    const submit = () => this.head.submit(order.submission, this.now);
    const outcome = this.counter.handIn(order, { name: 'round', life: this.round, submit }, this.now);
    this.runErrands();
    this.archives.goOn();
    return outcome;
  }

  private runErrands(): void {
    const errand = this.head.setOut();
    if (!errand) return;
    this.later(2 * HOUR, () => {
      this.run(errand);
      this.head.comeBack();
      this.archives.goOn();
      this.runErrands();
    });
  }

  private run(errand: RoundErrand): void {
    if ('start' in errand) this.start(errand.start);
    else if ('pass' in errand)
      for (const { number, cycle } of errand.to) {
        const seat = this.seats.find(
          ({ life: { state } }) => numberOf(state.item) === number && state.cycle === cycle,
        );
        if (seat && !seat.isGone) this.pass(seat, errand.pass);
      }
  }

  private pass(seat: Seat, submission: unknown): void {
    this.touch(seat, () => {
      const found = identifyPassedOn(submission, seat.life.context, this.now);
      if (!('refusal' in found))
        seat.life.applyRoundCommand(found.command, this.now, found.proof, sinceIn(submission, this.now));
    });
  }

  restart(place: number): void {
    this.seatAt(place).restart();
    this.head.restart();
  }

  /** From now on the mail server refuses a person's mail, or takes it again. */
  bounce(person: PersonId): void {
    const { unreachable } = this.office;
    if (!unreachable.delete(person)) unreachable.add(person);
  }

  private deliver({ to, mail }: { to: PersonId; mail: DueMail }): void {
    this.watch.look('mail', { now: this.now, slot: mail.slot, to, lines: mail.lines });
    this.later(60_000, () => {
      this.office.settle(to, mail);
      if (this.office.unreachable.has(to)) this.reportRefused(to, mail);
    });
  }

  private reportRefused(person: PersonId, mail: DueMail): void {
    for (const [workflow, notices] of noticesByItem(mail)) {
      const seat = this.seats.find((one) => one.workflow === workflow);
      if (!seat || seat.isGone) continue;
      const report = { person, address: `${person}@example.org`, reason: '550', notices };
      this.touch(seat, () => {
        seat.life.happen({ type: 'mail-undeliverable', ...report }, this.now);
      });
    }
  }

  private next(): Instant | undefined {
    const wakes = this.seats.map(({ wake }) => wake);
    const instants = [this.agenda.next, this.office.nextSlot, ...wakes].filter((at) => at !== undefined);
    return instants.length === 0 ? undefined : instants.reduce((a, b) => (a < b ? a : b));
  }

  /** Lets time pass up to an instant, that instant included, with all that comes by itself. */
  advance(until: Instant): void {
    for (let at = this.next(); at !== undefined && at <= until; at = this.next()) {
      if (at > this.now) this.lookIfQuiet();
      if (at > this.now) this.now = at;
      if (this.agenda.next !== undefined && this.agenda.next <= this.now) this.agenda.take()?.();
      else this.wakeAll();
    }
    if (until > this.now) this.lookIfQuiet();
    this.now = until;
  }

  private lookIfQuiet(): void {
    if (!this.isStirred || !this.agenda.isEmpty || this.round.errand !== undefined) return;
    this.isStirred = false;
    this.watch.look('quiet', this);
  }

  private wakeAll(): void {
    for (const seat of [...this.seats])
      if (seat.wake !== undefined && seat.wake <= this.now) this.touch(seat);
    for (const due of this.office.collect(this.now)) this.deliver(due);
  }

  end(): void {
    this.watch.look('end', this);
  }
}
