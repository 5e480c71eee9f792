import type { Instant } from '../calendar/zone';
import { type ItemBirth, ItemLife } from '../item/life';
import { PersonMailbox } from './mailbox';
import { type Digest, type MailboxPost, mailboxName } from './notice';

const earliest = (instants: Iterable<Instant | undefined>): Instant | undefined => {
  let first: Instant | undefined;
  for (const at of instants) if (at !== undefined && (first === undefined || at < first)) first = at;
  return first;
};

/** Everybody's mailboxes, simulated: takes posts in and hands out the mails that are due. */
export class MailRoom {
  private readonly boxes = new Map<string, { box: PersonMailbox; drill?: string }>();

  take(post: MailboxPost, now: Instant): void {
    const { clock, to } = post;
    const name = mailboxName(to, clock);
    const found = this.boxes.get(name) ?? {
      box: new PersonMailbox(),
      ...(clock.drill !== undefined && { drill: clock.drill }),
    };
    this.boxes.set(name, found);
    found.box.take(post, now);
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
      const { slot, lines } = mail;
      mails.push({ mailbox, to: box.to, slot, lines, ...(drill !== undefined && { drill }) });
      box.settle(mail);
    }
    return mails;
  }
}

type Cast = { life: ItemLife; workflow: string; wake: Instant | undefined };

/**
 * Items and mailboxes that live without an engine, by the round's time alone: every wake and every mail comes
 * exactly on time. What people do meanwhile is told by commands to `life` and a call of `stir`.
 */
export class Rehearsal {
  readonly mails: Digest[] = [];
  private readonly room = new MailRoom();
  private readonly cast: Cast[];

  constructor(births: readonly ItemBirth[]) {
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
    const wake = life.nextWake(now);
    // A closed item waits for the archive, which nobody plays here.
    player.wake = wake !== undefined && wake > now ? wake : undefined;
  }

  /** Plays everything that comes by itself up to an instant, that instant included. */
  run(until: Instant): void {
    for (let now = this.next(); now !== undefined && now <= until; now = this.next()) {
      for (const player of this.cast)
        if (player.wake !== undefined && player.wake <= now) this.wakeUp(player, now);
      this.mails.push(...this.room.collect(now));
    }
  }

  private next(): Instant | undefined {
    return earliest([this.room.nextSlot(), ...this.cast.map(({ wake }) => wake)]);
  }
}

/**
 * Every mail that would go out up to `until` (the round's time, included) if nobody did anything, in the order
 * of their slots. Pure: the same `ItemLife` and `PersonMailbox` as the workflows', with no server and no waiting.
 */
export const rehearse = ({ births, until }: { births: readonly ItemBirth[]; until: Instant }): Digest[] => {
  const rehearsal = new Rehearsal(births);
  rehearsal.run(until);
  return rehearsal.mails;
};
