import type { Instant } from '../calendar/zone';
import { type ItemBirth, ItemLife } from '../item/life';
import { RoundLife } from '../round/life';
import type { RoundBirth } from '../round/memory';
import { PersonMailbox } from './mailbox';
import { type Digest, mailboxName, type Post } from './notice';

const earliest = (instants: Iterable<Instant | undefined>): Instant | undefined => {
  let first: Instant | undefined;
  for (const at of instants) if (at !== undefined && (first === undefined || at < first)) first = at;
  return first;
};

/** Everybody's mailboxes, simulated: takes posts in and hands out the mails that are due. */
export class MailRoom {
  private readonly boxes = new Map<string, { box: PersonMailbox; drill?: string }>();

  take(post: Post, now: Instant): void {
    const { clock, to } = post;
    const name = mailboxName(to, clock);
    const found = this.boxes.get(name) ?? {
      box: new PersonMailbox(),
      ...(clock.drill !== undefined && { drill: clock.drill }),
    };
    this.boxes.set(name, found);
    if ('brief' in post) found.box.take(post, now);
    else found.box.takeOfRound(post);
  }

  /** When the next mail goes out. */
  nextSlot(): Instant | undefined {
    return earliest([...this.boxes.values()].map(({ box }) => box.nextSlot()));
  }

  /** The contents of the mails that are due, at most one per mailbox; they count as sent. */
  collect(now: Instant): Digest[] {
    const mails: Digest[] = [];
    for (const [mailbox, { box, drill }] of this.boxes) {
      const mail = box.due(now);
      if (!mail || !box.to) continue;
      const { slot, lines, rounds } = mail;
      mails.push({
        mailbox,
        to: box.to,
        slot,
        lines,
        ...(rounds && { rounds }),
        ...(drill !== undefined && { drill }),
      });
      box.settle(mail);
    }
    return mails;
  }
}

type Cast = { life: ItemLife; workflow: string; wake: Instant | undefined };

/**
 * Items and mailboxes that live without an engine, by the round's time alone: every wake and every mail comes
 * exactly on time. What people do meanwhile is told by commands to `life` and a call of `stir`. With their round, they have the
 * reports that its policy asks for.
 */
export class Rehearsal {
  readonly mails: Digest[] = [];
  private readonly room = new MailRoom();
  private readonly cast: Cast[];
  private readonly round: RoundLife | undefined;

  constructor(births: readonly ItemBirth[], round?: RoundBirth) {
    this.round = round && new RoundLife(round);
    this.cast = births.map((birth) => ({
      life: new ItemLife(birth),
      workflow: `item/${birth.item}/c${birth.cycle}`,
      wake: birth.assignedAt,
    }));
  }

  /** The item born `index`-th. Throws a RangeError when there is none. */
  life(index = 0): ItemLife {
    return this.player(index).life;
  }

  private player(index: number): Cast {
    const player = this.cast[index];
    if (!player) throw new RangeError(`no item was born ${index}-th`);
    return player;
  }

  /** Lets the `index`-th item catch up with what has happened to it. */
  stir(index: number, now: Instant): void {
    this.wakeUp(this.player(index), now);
  }

  private wakeUp(player: Cast, now: Instant): void {
    const { life, workflow } = player;
    life.catchUp();
    life.passTime(now);
    for (const post of life.takePosts(now, workflow)) this.room.take(post, now);
    this.report(life);
    const wake = life.nextWake(now);
    // A closed item waits for the archive, which nobody plays here.
    player.wake = wake !== undefined && wake > now ? wake : undefined;
  }

  private report(life: ItemLife): void {
    if (!this.round) return;
    const row = life.takeRow();
    if (row) this.round.note(row);
  }

  /** What the round tells people by itself. Errands of other kinds follow from commands, and nobody gives any here. */
  private tell(round: RoundLife, now: Instant): void {
    round.catchUp();
    round.passTime(now);
    for (let { errand } = round; errand; { errand } = round) {
      if ('tell' in errand) for (const post of errand.tell) this.room.take(post, now);
      round.ran();
    }
  }

  private get reportAt(): Instant | undefined {
    return this.round?.nextRealWake()?.wake;
  }

  /** Plays everything that comes by itself up to an instant, that instant included. */
  run(until: Instant): void {
    for (let now = this.next(); now !== undefined && now <= until; now = this.next()) {
      for (const player of this.cast)
        if (player.wake !== undefined && player.wake <= now) this.wakeUp(player, now);
      if (this.round && (this.reportAt ?? Infinity) <= now) this.tell(this.round, now);
      this.mails.push(...this.room.collect(now));
    }
  }

  private next(): Instant | undefined {
    return earliest([this.room.nextSlot(), this.reportAt, ...this.cast.map(({ wake }) => wake)]);
  }
}

/** What is played: items up to an instant, with the reports of their round where that is given. */
type Rehearsed = { births: readonly ItemBirth[]; round?: RoundBirth; until: Instant };

/**
 * Every mail that would go out up to `until` (the round's time, included) if nobody did anything, in the order
 * of their slots. Pure: the same `ItemLife`, `RoundLife` and `PersonMailbox` as the workflows', with no server and no waiting.
 */
export const rehearse = ({ births, round, until }: Rehearsed): Digest[] => {
  const rehearsal = new Rehearsal(births, round);
  rehearsal.run(until);
  return rehearsal.mails;
};
