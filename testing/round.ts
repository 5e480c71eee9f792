import { REAL_TIME } from '../domain/calendar/clock';
import type { Instant } from '../domain/calendar/zone';
import { identifyPassedOn, sinceIn } from '../domain/item/passed-on';
import { ItemLife } from '../domain/item/life';
import type { RoundPost } from '../domain/ladder/notice';
import type { LifeFound } from '../domain/item/lost';
import type { Refusal } from '../domain/refusal';
import { roundRights } from '../domain/round/authority';
import { type RoundAnswer, RoundCommand, type RoundCommandType } from '../domain/round/command';
import { RoundLife } from '../domain/round/life';
import type { RoundBirth, RoundMemory } from '../domain/round/memory';
import type { OpeningContent } from '../domain/round/opening/content';
import type { Opened } from '../domain/round/opening/opened';
import { holdersOf } from '../domain/round/offices';
import type { PlannedItem, RoundHead } from '../domain/plan/plan';
import { ArchiveScheme } from '../domain/plan/plan';
import { totalsOf } from '../domain/round/totals';
import { aFile } from './item';
import { aKey, aNewcomer } from './newcomers';
import {
  aContext,
  ASSIGNED,
  CALENDAR,
  date,
  PEOPLE,
  PLANNED,
  planned,
  POLICY,
  ROSTER,
  STRANGER,
} from './world';
import { ItemNumber } from '../base/ids';

/** A whole round of two items, which are told by hand what the workflows tell each other. */

export const FIRST = PLANNED.number;
/** With the bystander as handler, otherwise like the first. */
export const SECOND = ItemNumber.parse('2.1');
const ITEMS: readonly PlannedItem[] = [PLANNED, planned({ number: SECOND, handler: PEOPLE.bystander })];

export const aHead = (more: Partial<RoundHead> = {}): RoundHead => {
  const { id, ...round } = aContext().round;
  return {
    round: id,
    ...round,
    feedback: date('2021-04-29'),
    archive: ArchiveScheme.parse({ fonds: 'Z109', year: 2021, organisation: 'JGDW' }),
    policy: POLICY,
    roster: ROSTER,
    ...more,
  };
};

const LETTER = { item: FIRST, rung: 'urging-letter', day: '2021-07-07' } as const;

const FIELDS: Record<RoundCommandType, object> = {
  'register-people': { people: [aNewcomer()], reason: '新到任' },
  'replace-person': { person: PEOPLE.handler, successor: STRANGER, people: [aNewcomer()], note: '调任' },
  'replace-key': { person: PEOPLE.handler, key: aKey(9) },
  'propose-key': { person: PEOPLE.handler, key: aKey(9) },
  'revoke-key': { person: PEOPLE.handler, kid: aKey(9).kid, reason: '私钥遗失' },
  amend: {
    basedOn: 1,
    reason: '反馈意见有更正',
    changes: [{ item: FIRST, cycle: 1, set: { problem: '执法手机未收回' } }],
  },
  'undo-import': { reason: '导入了错误的方案' },
  'new-calendar': { calendar: { ...CALENDAR, version: 'next' } },
  'new-policy': { policy: { ...POLICY, version: 'next' } },
  'issue-proposal': { ...LETTER, number: '整改办〔2021〕3号' },
  'drop-proposal': { ...LETTER, reason: '已当面说明' },
  reopen: { item: FIRST, cycle: 1, reason: '回头看发现仍有遗失', deadline: '2021-12-31' },
  restore: { item: FIRST, cycle: 1, reason: '流程被误终止' },
  'file-document': { kind: 'feedback', file: aFile('f') },
  'publish-notice': { file: aFile('e'), figures: totalsOf([], date('2021-05-06')).byPublished },
  // Of an entry that no log has: whoever means one names it.
  attest: { entries: 1, head: 'f'.repeat(64) },
  'close-round': { note: '全部事项均已归档' },
};

let commands = 0;
const nextUuid = () => `00000000-0000-4000-9000-${String((commands += 1)).padStart(12, '0')}`;

const holder = (type: RoundCommandType) => {
  const right = roundRights(POLICY).find(({ command }) => command === type);
  if (!right) throw new RangeError(`nobody may ${type}`);
  return holdersOf(right.role, ROSTER)[0];
};

/** A whole command by somebody who may give it; `more` overrides fields. */
export const aRoundCommand = (type: RoundCommandType, now: Instant, more: object = {}): RoundCommand =>
  RoundCommand.parse({
    id: nextUuid(),
    round: '2021-03',
    by: holder(type),
    at: new Date(now).toISOString(),
    type,
    ...FIELDS[type],
    ...more,
  });

export class WholeRound {
  readonly birth: RoundBirth;
  readonly life: RoundLife;
  private readonly items = new Map<string, ItemLife>();
  /** What the round has told people of itself. */
  readonly posts: RoundPost[] = [];

  /** `open`: what two people sign to open it, where they do. */
  constructor(
    more: Partial<RoundHead> = {},
    carried?: RoundMemory,
    open?: (content: Pick<OpeningContent, 'head' | 'items' | 'calendar' | 'clock'>) => Opened,
  ) {
    const head = aHead(more);
    const content = { head, calendar: CALENDAR, clock: REAL_TIME, items: ITEMS };
    this.birth = { ...content, assignedAt: ASSIGNED, opened: open?.(content) };
    this.life = new RoundLife(this.birth, carried);
    for (const one of this.life.births()) this.items.set(one.context.planned.number, new ItemLife(one));
  }

  /** The item in its newest life. */
  item(number = FIRST): ItemLife {
    const found = this.items.get(number);
    if (!found) throw new RangeError(`no item ${number}`);
    return found;
  }

  /** The items report to the ledger, and hear what the round has for them. */
  settle(now: Instant): void {
    this.report();
    for (let errand = this.life.errand; errand; errand = this.life.errand) {
      this.life.ran();
      if ('tell' in errand) this.posts.push(...errand.tell);
      else if ('start' in errand)
        this.items.set(errand.start.context.planned.number, new ItemLife(errand.start));
      else for (const { number } of errand.to) this.tell(number, errand.pass, now);
    }
    this.report();
  }

  /** Passes something on to an item, as anybody could who reaches its workflow. */
  tell(number: ItemNumber, submission: unknown, now: Instant): Refusal | undefined {
    const life = this.item(number);
    const found = identifyPassedOn(submission, life.context, now);
    if ('refusal' in found) return found.refusal;
    return life.applyRoundCommand(found.command, now, found.proof, sinceIn(submission, now));
  }

  private report(): void {
    for (const item of this.items.values()) {
      const row = item.takeRow();
      if (row) this.life.ledger.note(row);
    }
  }

  /** `found`: how the server is said to have the item that is to be restored. */
  attempt(
    type: RoundCommandType,
    now: Instant,
    more: object = {},
    found?: LifeFound,
  ): RoundAnswer | { refusal: Refusal } {
    this.report();
    const answer = this.life.carryOut(aRoundCommand(type, now, more), now, { identity: 'claimed' }, found);
    this.settle(now);
    return answer;
  }

  /** Gives a command that must be carried out, and lets the items hear of it. */
  give(type: RoundCommandType, now: Instant, more: object = {}, found?: LifeFound): RoundAnswer {
    const answer = this.attempt(type, now, more, found);
    if ('refusal' in answer) throw new Error(`${type} was refused: ${JSON.stringify(answer.refusal)}`);
    return answer;
  }

  refusalOf(type: RoundCommandType, now: Instant, more: object = {}, found?: LifeFound): Refusal | undefined {
    const answer = this.attempt(type, now, more, found);
    return 'refusal' in answer ? answer.refusal : undefined;
  }
}
