import type { Instant } from '../../domain/calendar/zone';
import type { PersonId } from '../../base/ids';
import type { PersonMailbox } from '../../domain/ladder/mailbox';
import { type DueMail, type MailboxMemory } from '../../domain/ladder/mailbox';
import { MailboxPost } from '../../domain/ladder/notice';
import type { Noise } from './noise';
import { throughJson } from './seat';

export type MakeMailbox = (carried?: MailboxMemory) => PersonMailbox;

type Box = { box: PersonMailbox; isSending: boolean };

/** Everybody's mailboxes. A mail takes a moment to be sent, and what arrives meanwhile finds it under way. */
export class PostOffice {
  private readonly boxes = new Map<PersonId, Box>();
  /** People whose mail the server refuses for good. */
  readonly unreachable = new Set<PersonId>();

  constructor(
    private readonly make: MakeMailbox,
    private readonly noise: Noise,
  ) {}

  /** A post of ten is read as the mailbox's workflow reads it; to read each so would take a tenth of all time. */
  deliver(post: MailboxPost, now: Instant): void {
    const { to } = post;
    const known = this.boxes.get(to.person) ?? { box: this.make(), isSending: false };
    this.boxes.set(to.person, known);
    known.box.take(this.noise.chance(0.1) ? MailboxPost.parse(throughJson(post)) : post, now);
    if (this.noise.chance(0.02)) known.box = this.make(throughJson(known.box.remember()));
  }

  get nextSlot(): Instant | undefined {
    let first: Instant | undefined;
    for (const { box, isSending } of this.boxes.values()) {
      const slot = isSending ? undefined : box.nextSlot();
      if (slot !== undefined && (first === undefined || slot < first)) first = slot;
    }
    return first;
  }

  /** The mails that are due and not yet under way, with their people. */
  collect(now: Instant): { to: PersonId; mail: DueMail }[] {
    return [...this.boxes].flatMap(([to, box]) => {
      const mail = box.isSending ? undefined : box.box.due(now);
      if (!mail) return [];
      box.isSending = true;
      return [{ to, mail }];
    });
  }

  /** The mail server has answered. */
  settle(to: PersonId, mail: DueMail): void {
    const found = this.boxes.get(to);
    if (!found) return;
    found.box.settle(mail);
    found.isSending = false;
  }
}
