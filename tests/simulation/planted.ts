import { instantOf } from '../../domain/calendar/zone';
import { decide } from '../../domain/item/decide';
import { ItemLife } from '../../domain/item/life';
import type { Proof } from '../../domain/item/log';
import type { Answer, Command } from '../../domain/item/command';
import type { Event } from '../../domain/item/event';
import type { Instant } from '../../domain/calendar/zone';
import type { DueMail } from '../../domain/ladder/mailbox';
import { PersonMailbox } from '../../domain/ladder/mailbox';
import type { Refusal, RefusalType } from '../../domain/refusal';
import type { Policy } from '../../domain/round/policy';
import type { RoundAnswer, RoundCommand } from '../../domain/round/command';
import { RoundLife } from '../../domain/round/life';
import type { RoundErrand } from '../../domain/round/errand';
import { type Parts, REAL_PARTS } from './parts';

/** Faults that somebody might write into the domain: the simulation must find each. */

type Seen = { command: Command; life: ItemLife; now: Instant };

/** An item that ignores one reason to refuse and lets `instead` happen. */
const lenient = (forgiven: RefusalType, instead: (seen: Seen) => readonly Event[]) =>
  class extends ItemLife {
    override objection(command: Command, now: Instant): Refusal | undefined {
      const refusal = super.objection(command, now);
      return refusal?.type === forgiven ? undefined : refusal;
    }

    override carryOut(command: Command, now: Instant, proof: Proof): Answer | { refusal: Refusal } {
      const answer = super.carryOut(command, now, proof);
      if (!('refusal' in answer) || answer.refusal.type !== forgiven) return answer;
      const { id, by, onBehalfOf, type, item, cycle } = command;
      const author = { by, ...(onBehalfOf && { onBehalfOf }), command: id, ...proof };
      const entries = instead({ command, life: this, now }).map((event) => this.happen(event, now, author));
      return { command: id, type, item, cycle, by, status: this.state.status, entries };
    }
  };

const eventsOf = (verdict: ReturnType<typeof decide>): readonly Event[] =>
  'events' in verdict ? verdict.events : [];

/** Nobody remembers who has acted for which side. */
const Forgiving = lenient('DutiesNotSeparate', ({ command, life, now }) => {
  const people = {
    handler: 'a',
    leader: 'b',
    acceptor: 'c',
    [sideFor(command)]: command.onBehalfOf ?? command.by,
  };
  const state = { ...life.state, acted: [], people: people as typeof life.state.people };
  return eventsOf(decide(command, { state, context: life.context, hasTold: undefined }, now));
});

const sideFor = ({ type }: Command): string =>
  type === 'approve' || type === 'grant-extension' ? 'leader' : type === 'accept' ? 'acceptor' : 'handler';

/** The deadline is treated as if it were still to come. */
const Belated = lenient('TooLate', ({ command, life }) => {
  const { state, context } = life;
  const { deadline } = state;
  return deadline === undefined
    ? []
    : eventsOf(decide(command, { state, context, hasTold: undefined }, instantOf(deadline)));
});

/** The evidence that a decision names is not compared with what there is. */
const Unseeing = lenient('EvidenceChanged', ({ command }) =>
  command.type === 'approve'
    ? [{ type: 'approved', evidence: command.evidence, reviewDeadline: command.at.slice(0, 10) as never }]
    : [],
);

/** What is handed in is taken as claimed. */
const asTold = ({ command }: Seen): readonly Event[] => {
  if (command.type !== 'add-evidence') return [];
  const { measure, file, replaces } = command;
  return [{ type: 'evidence-added', measure, file, ...(replaces !== undefined && { replaces }) }];
};

/** A file is replaced by as many versions as come. */
const Forked = lenient('EvidenceReplaced', asTold);

/** A new version is of a file of any measure, or of none. */
const Astray = lenient('UnknownEvidence', asTold);

/** Nobody looks at what kind of file is handed in. */
const Omnivorous = lenient('EvidenceTypeNotTaken', asTold);

/** A return may be to any day. */
const Generous = lenient('DateTooLate', () => []);

/** Closure is asked for as often as the handler likes. */
const Patient = lenient('NothingChanged', () => []);

/** A replaced file is thrown away. */
class Tidy extends ItemLife {
  override happen(...given: Parameters<ItemLife['happen']>): number {
    const entry = super.happen(...given);
    const [event] = given;
    if (event.type === 'evidence-added' && event.replaces !== undefined)
      this.state.evidence.splice(event.replaces - 1, 1);
    return entry;
  }
}

/** Evidence after an approval does not void it. */
class Unmoved extends ItemLife {
  override happen(...[event, now, author]: Parameters<ItemLife['happen']>): number {
    return event.type === 'approval-voided' ? this.log.length : super.happen(event, now, author);
  }
}

/** Every command is new to it. */
class Repeating extends ItemLife {
  override answered(): undefined {
    return undefined;
  }
}

/** Letters are issued as soon as they are proposed, in somebody's name. */
class Overzealous extends ItemLife {
  override passTime(now: Instant): void {
    super.passTime(now);
    const author = { by: this.context.roster.head, command: 'nobody', identity: 'claimed' as const };
    for (const { rung, day, outcome } of this.state.proposals)
      if (!outcome && rung === 'talk')
        this.happen({ type: 'proposal-issued', rung, day, number: '自动1号' }, now, author);
  }
}

/** Once an item is late it never rests. */
class Restless extends ItemLife {
  override nextWake(now: Instant): Instant | undefined {
    const next = super.nextWake(now);
    return next !== undefined && this.state.reached.length > 1 ? now : next;
  }
}

/** The mailbox does not remember what it has said. */
class Forgetful extends PersonMailbox {
  override settle(mail: DueMail): void {
    super.settle(mail);
    this.remember().said = {};
  }
}

/** The round passes nothing on to the first item. */
class Partial extends RoundLife {
  override get errand(): RoundErrand | undefined {
    const errand = super.errand;
    return errand && 'pass' in errand ? { ...errand, to: errand.to.slice(1) } : errand;
  }
}

/** The round closes over items that are at work, as if their bags were there. */
class Hasty extends RoundLife {
  override objection(command: RoundCommand, now: Instant): Refusal | undefined {
    const archive = { bag: 'none', archiveNumber: 'none' };
    if (command.type === 'close-round')
      for (const row of this.ledger.rows) this.ledger.note({ ...row, version: row.version + 1, archive });
    return super.objection(command, now);
  }
}

/** The round believes whatever figures a notice has. */
class Credulous extends RoundLife {
  override objection(command: RoundCommand, now: Instant): Refusal | undefined {
    return super.objection(this.believed(command, now), now);
  }

  override carryOut(command: RoundCommand, now: Instant, proof: Proof): RoundAnswer | { refusal: Refusal } {
    const answer = super.carryOut(this.believed(command, now), now, proof);
    const event = this.log.at(-1)?.event;
    if (!('refusal' in answer) && event?.type === 'notice-published' && 'figures' in command)
      event.figures = command.figures;
    return answer;
  }

  private believed(command: RoundCommand, now: Instant): RoundCommand {
    const figures = this.ledger.totals(now).byPublished;
    return command.type === 'publish-notice' ? { ...command, figures } : command;
  }
}

/** Lets something be done as if the policy named nobody who decides. */
const asUnnamed = <T>(holder: () => { policy: Policy }, act: () => T): T => {
  const before = holder();
  const { policy } = before;
  before.policy = { ...policy, ladder: policy.ladder.map(({ decides: _, ...rung }) => rung) };
  const done = act();
  for (const one of [before, holder()]) one.policy = policy;
  return done;
};

const isDecision = ({ type }: RoundCommand): boolean => type === 'issue-proposal' || type === 'drop-proposal';

/** Whoever decides by default decides, whatever the policy says. */
class Accustomed extends RoundLife {
  private used<T>(command: RoundCommand, act: () => T): T {
    return isDecision(command) ? asUnnamed(() => this.head, act) : act();
  }

  override objection(command: RoundCommand, now: Instant): Refusal | undefined {
    return this.used(command, () => super.objection(command, now));
  }

  override carryOut(command: RoundCommand, now: Instant, proof: Proof): RoundAnswer | { refusal: Refusal } {
    return this.used(command, () => super.carryOut(command, now, proof));
  }
}

/** And so does the item that it reaches. */
class AccustomedItem extends ItemLife {
  override applyRoundCommand(
    command: RoundCommand,
    now: Instant,
    proof: Proof,
    since?: Instant,
  ): Refusal | undefined {
    const act = () => super.applyRoundCommand(command, now, proof, since);
    return isDecision(command) ? asUnnamed(() => this.context, act) : act();
  }
}

/** Everybody who hears of a proposal is asked to decide. */
class Indiscriminate extends ItemLife {
  override takePosts(...given: Parameters<ItemLife['takePosts']>): ReturnType<ItemLife['takePosts']> {
    const posts = super.takePosts(...given);
    for (const { reminders } of posts) for (const reminder of reminders.list) delete reminder.cc;
    return posts;
  }
}

/** The round takes a policy whatever its ladder says. */
class Careless extends RoundLife {
  override objection(command: RoundCommand, now: Instant): Refusal | undefined {
    const refusal = super.objection(command, now);
    return refusal?.type === 'DeciderUnclear' ? undefined : refusal;
  }
}

const withItem = (Life: typeof ItemLife): Parts => ({
  ...REAL_PARTS,
  item: (birth, carried) => new Life(birth, carried),
});

/** Each with the name of the rule that it breaks. */
export const PLANTED: Record<string, { rule: string; parts: Parts }> = {
  'duties are not kept apart': { rule: 'duties-apart', parts: withItem(Forgiving) },
  'an extension is asked for after the deadline': { rule: 'extensions-in-time', parts: withItem(Belated) },
  'an approval of other evidence is taken': { rule: 'approval-sees-evidence', parts: withItem(Unseeing) },
  'evidence after an approval does not void it': { rule: 'approval-sees-evidence', parts: withItem(Unmoved) },
  'a file is replaced twice': { rule: 'versions-are-kept', parts: withItem(Forked) },
  'a file of another measure is replaced': { rule: 'versions-are-kept', parts: withItem(Astray) },
  'a replaced file is thrown away': { rule: 'versions-are-kept', parts: withItem(Tidy) },
  'a return gives as much time as it likes': { rule: 'returns-are-no-extensions', parts: withItem(Generous) },
  'closure is asked for again as it was returned': {
    rule: 'returned-work-is-done',
    parts: withItem(Patient),
  },
  'a program is taken as evidence': { rule: 'evidence-within-limits', parts: withItem(Omnivorous) },
  'a command that is sent again acts again': { rule: 'once-only', parts: withItem(Repeating) },
  'letters are issued by the system': { rule: 'people-decide-on-people', parts: withItem(Overzealous) },
  'somebody decides to whom the policy does not give it': {
    rule: 'given-by-right',
    parts: { ...withItem(AccustomedItem), round: (birth, carried) => new Accustomed(birth, carried) },
  },
  'whoever hears of a talk is asked to decide': { rule: 'asked-may-decide', parts: withItem(Indiscriminate) },
  'a policy leaves it open who decides': {
    rule: 'policy-says-who-decides',
    parts: { ...REAL_PARTS, round: (birth, carried) => new Careless(birth, carried) },
  },
  'an item wakes in circles': { rule: 'no-endless-waking', parts: withItem(Restless) },
  'a mailbox forgets what it has said': {
    rule: 'no-mail-twice',
    parts: { ...REAL_PARTS, mailbox: (carried) => new Forgetful(carried) },
  },
  'a round is closed over items that are at work': {
    rule: 'closed-only-archived',
    parts: { ...REAL_PARTS, round: (birth, carried) => new Hasty(birth, carried) },
  },
  'a notice has other figures than the ledger': {
    rule: 'notices-are-true',
    parts: { ...REAL_PARTS, round: (birth, carried) => new Credulous(birth, carried) },
  },
  'a round forgets an item': {
    rule: 'items-agree',
    parts: { ...REAL_PARTS, round: (birth, carried) => new Partial(birth, carried) },
  },
};
