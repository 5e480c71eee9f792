import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../domain/calendar/zone';
import type { PersonId } from '../../base/ids';
import type { Answer } from '../../domain/item/command';
import type { ItemLife } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import type { ItemContext, ItemState } from '../../domain/item/state';
import type { DigestLine, MailboxPost } from '../../domain/ladder/notice';
import type { Refusal } from '../../domain/refusal';
import type { RoundAnswer } from '../../domain/round/command';
import type { RoundLife } from '../../domain/round/life';
import type { RoundPaper } from '../../domain/round/papers';
import type { Order } from './deeds/order-of';
import type { Tale } from './tale';

/** One life of an item, as the rules see it. */
export type SeenSeat = {
  readonly life: ItemLife;
  readonly workflow: string;
  /** What its log has told so far. */
  readonly tale: Tale;
  /** Its record is in the archive and it has said so: nothing reaches it any more. */
  readonly isGone: boolean;
  /** Its record is being written. */
  readonly isArchiving: boolean;
};

export type Step = { entry: LogEntry; before: Tale; after: Tale };

/** An item has changed, or was awake, and has caught up. */
export type ItemMoment = {
  now: Instant;
  seat: SeenSeat;
  before: { state: ItemState; context: ItemContext };
  steps: readonly Step[];
  /** What it has told to mailboxes by now. */
  posts: readonly MailboxPost[];
  /** When it will wake by itself; absent while it waits for the archive. */
  wake: Instant | undefined;
};

export type Outcome = Answer | RoundAnswer | { refusal: Refusal };

/** A command has been answered. `first`: what the same command was answered when it first came. */
export type AnswerMoment = {
  now: Instant;
  order: Order;
  outcome: Outcome;
  first: Outcome | undefined;
  before: string;
  after: string;
};

/** A mail has gone out: `slot` is the instant that names it. */
export type MailMoment = { now: Instant; slot: Instant; to: PersonId; lines: readonly DigestLine[] };

export type WorldView = {
  readonly now: Instant;
  readonly round: RoundLife;
  /** Every life that there has been. */
  readonly seats: readonly SeenSeat[];
  /** What the store keeps of the round. */
  readonly papers: ReadonlyMap<string, RoundPaper['content']>;
};

/** What was found and what should have been; nothing where the rule holds. */
export type Finding = string | undefined;

/** A rule that holds at every moment, whatever people do. */
export type Rule = {
  name: string;
  sentence: string;
  item?: (moment: ItemMoment) => Finding;
  answer?: (moment: AnswerMoment) => Finding;
  mail?: (moment: MailMoment) => Finding;
  /** After every command. */
  round?: (world: WorldView) => Finding;
  /** Whenever nothing is under way: every row, errand and mail that is due has arrived. */
  quiet?: (world: WorldView) => Finding;
  /** Weeks after everybody has gone. */
  end?: (world: WorldView) => Finding;
};

export type Occasion = Exclude<keyof Rule, 'name' | 'sentence'>;

/** A rule that was broken, with both sides. */
export class Broken extends Error {
  constructor(
    readonly rule: Pick<Rule, 'name' | 'sentence'>,
    readonly finding: string,
  ) {
    super(`${rule.name}: ${finding}`);
  }
}

/** The first of a list for which something is found. */
export const firstFound = <T>(list: readonly T[], find: (one: T) => Finding): Finding => {
  for (const one of list) {
    const finding = find(one);
    if (finding !== undefined) return finding;
  }
  return undefined;
};

const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** What to say when two things differ that should be the same. */
export const unequal = (what: string, found: unknown, expected: unknown): Finding => {
  // In whichever order they have their keys: a line that was kept is read back in the order of its schema.
  if (isDeepStrictEqual(asJson(found), asJson(expected))) return undefined;
  return `${what} is ${JSON.stringify(found)}, and should be ${JSON.stringify(expected)}`;
};
