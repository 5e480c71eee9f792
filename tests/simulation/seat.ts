import type { Instant } from '../../domain/calendar/zone';
import { identify } from '../../domain/item/identify';
import type { ItemBirth, ItemLife, ItemMemory } from '../../domain/item/life';
import type { Answer } from '../../domain/item/command';
import type { MailboxPost } from '../../domain/ladder/notice';
import { itemWorkflowId } from '../../workflows/messages';
import type { Refusal } from '../../domain/refusal';
import type { SeenSeat, Step } from './rule';
import { beginning, type Tale, told } from './tale';

/** Plain JSON, as an engine would keep it. */
export const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export type MakeItem = (birth: ItemBirth, carried?: ItemMemory) => ItemLife;

/** One life of an item, kept alive as the workflow keeps it. */
export class Seat implements SeenSeat {
  life: ItemLife;
  tale: Tale;
  readonly workflow: string;
  isGone = false;
  /** While its record is being written it says nothing and does not wake. */
  isArchiving = false;
  wake: Instant | undefined;
  private read = 1;

  constructor(
    private readonly birth: ItemBirth,
    private readonly make: MakeItem,
  ) {
    this.life = make(birth);
    this.workflow = itemWorkflowId(birth.item, birth.cycle);
    const [first] = this.life.log;
    if (!first) throw new TypeError('an item without a log');
    this.tale = beginning(birth, first);
  }

  /** Continues as new: all that is left of it is its memory. */
  restart(): void {
    this.life = this.make(throughJson(this.birth), throughJson(this.life.remember()));
  }

  submit(submission: unknown, now: Instant): Answer | { refusal: Refusal } {
    const found = identify(submission, this.life.context, now);
    if ('refusal' in found) return found;
    const { command, proof } = found;
    const refusal = this.life.objection(command, now);
    return refusal ? { refusal } : this.life.carryOut(command, now, proof);
  }

  /** Brings the item up to date, and tells what it then has to say. */
  catchUp(now: Instant): MailboxPost[] {
    this.life.catchUp();
    this.life.passTime(now);
    return this.life.takePosts(now, this.workflow);
  }

  /** What the log has told since it was last read. */
  readOn(): Step[] {
    return this.life.log.slice(this.read).map((entry) => {
      const before = this.tale;
      this.tale = told(before, entry);
      this.read += 1;
      return { entry, before, after: this.tale };
    });
  }
}
