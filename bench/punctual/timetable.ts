import { addDays, type CivilDate, weekday, yearOf } from '../../domain/calendar/civil';
import type { Calendar } from '../../domain/calendar/calendar';
import { type Clock, realTime } from '../../domain/calendar/clock';
import { instant, instantOf } from '../../domain/calendar/zone';
import { at } from '../../tests/support/instants';
import { DEFAULT_POLICY } from '../../domain/round/policy';
import { upTo } from '../batches';

/**
 * How mails fall due evenly though our system mails at one time of day: each round is a drill whose clock is fast, so
 * that a day passes between two of its mails, and begins a moment after the round before. Of its ten people each is
 * reminded every ten days. `perSecond`: of all rounds.
 */
export type Size = { perSecond: number; seconds: number; rounds: number; leadMs: number };

/** As many people a round as days from one mail of theirs to the next. */
export const PEOPLE = 10;
const DAY_MS = 86_400_000;
/** From the beginning of the clocks to the first slot: by then everybody has been told of their assignment. */
const WARM_MS = 30_000;
/** For so long mails go on falling due after the last one that counts, which is so not an easier one. */
const TAIL_MS = 10_000;

const FIRST_DAY = '2021-01-04' as CivilDate;

/** A mail of a person (their mailbox) that is due at a real instant, as the civil date of the round's time tells. */
export type Slot = { name: string; mailbox: string; day: CivilDate; at: number };

export const slotName = (mailbox: string, day: string): string => `${mailbox} ${day}`;

/** When all is due: `origin` is the real instant, in epoch ms, at which the clock of the first round begins to run. */
export class Timetable {
  /** How long a day of a round takes, in ms of real time. */
  private readonly dayMs: number;
  /** The days, from the first on, on which the first mail that counts is due, and after the last. */
  private readonly days: { from: number; to: number };
  /** How many mails each person gets, those that no longer count included. */
  readonly times: number;

  constructor(
    readonly size: Size,
    readonly origin: number,
  ) {
    const { perSecond, seconds, rounds } = size;
    this.dayMs = (rounds * 1000) / perSecond;
    const inDays = (ms: number): number => Math.ceil(ms / this.dayMs);
    const from = inDays(WARM_MS);
    this.days = { from, to: from + inDays(seconds * 1000) };
    this.times = Math.ceil((this.days.to - from + inDays(TAIL_MS)) / PEOPLE);
  }

  round(index: number): string {
    return `punctual-${index + 1}`;
  }

  clock(round: number): Clock {
    const { perSecond } = this.size;
    return {
      real: instant(this.origin + (round * 1000) / perSecond),
      domain: at(FIRST_DAY, '08:00'),
      rate: DAY_MS / this.dayMs,
      drill: this.round(round),
    };
  }

  /** On which days a person of a round, both by their index, gets a mail. */
  daysOf(person: number): CivilDate[] {
    return upTo(this.times).map((no) => addDays(FIRST_DAY, this.days.from + person + no * PEOPLE));
  }

  /** The real instant at which a round's mail of a day goes out. */
  at(round: number, day: CivilDate): number {
    return realTime(this.clock(round), instantOf(day, DEFAULT_POLICY.mail.opens));
  }

  /** Everything that counts. */
  slots(): Slot[] {
    const { from, to } = this.days;
    const counted = new Set(upTo(to - from).map((no) => addDays(FIRST_DAY, from + no)));
    return upTo(this.size.rounds).flatMap((round) =>
      upTo(PEOPLE).flatMap((person) => {
        const mailbox = `p-${person + 1}@${this.round(round)}`;
        const days = this.daysOf(person).filter((day) => counted.has(day));
        return days.map((day) => ({ name: slotName(mailbox, day), mailbox, day, at: this.at(round, day) }));
      }),
    );
  }

  /** A calendar in which every day is worked. */
  calendar(): Calendar {
    const all = upTo(this.days.from + (this.times + 10) * PEOPLE).map((no) => addDays(FIRST_DAY, no));
    return {
      version: 'every-day',
      published: [...new Set(all.map(yearOf))],
      holidays: [],
      makeUpDays: all.filter((day) => weekday(day) % 6 === 0),
    };
  }
}
