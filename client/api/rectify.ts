import { nextImportOf } from '../../domain/round/undo/again';
import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Calendar } from '../../domain/calendar/calendar';
import type { Clock } from '../../domain/calendar/clock';
import { REAL_TIME } from '../../domain/calendar/clock';
import { fromPayload, toPayload } from '../../base/deflated';
import { hashOf } from '../../base/hash';
import type { ItemId, RoundId } from '../../base/ids';
import type { Answer, Command } from '../../domain/item/command';
import type { Submission } from '../../domain/item/identify';
import type { ItemSchedule, ItemView } from '../../domain/item/life';
import { isEnd, type LifeFound } from '../../domain/item/lost';
import type { Refusal } from '../../domain/refusal';
import type { PlanVersion } from '../../domain/round/amend/standing';
import type { RoundAnswer, RoundCommand } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import type { LogEntry } from '../../domain/item/log';
import type { Plan } from '../../domain/plan/plan';
import type { Totals } from '../../domain/round/totals';
import {
  commandUpdate,
  type CountersignAnswer,
  countersignUpdate,
  itemWorkflowId,
  ledgerQuery,
  type OpeningOffer,
  openingQuery,
  planQuery,
  type RoundInput,
  type RoundLedger,
  roundCommandUpdate,
  roundIn,
  roundLogQuery,
  roundQuery,
  type RoundView,
  roundWorkflowId,
  scheduleQuery,
  TASK_QUEUE,
  viewQuery,
  WORKFLOWS,
} from '../../workflows/messages';
import { described } from '../../workflows/described';
import { lifeFound } from '../../workflows/life-found';
import { KEYS } from '../../workflows/search-attributes';
import { askedAgain } from './ask-again';
import { bindingToItem, bindingToRound, boundTo } from './binding';
import { freshItem, freshLedger, freshSchedule } from './fresh';
import { Ended, NamespaceUnready, NotBegun, NotFound, PeopleConflict, Refused, RoundExists } from './errors';
import { knownPeople } from './known-people';
import { missingIn } from './provision';
import { causeOf, serverFault } from './fault';
import { newOpening, onceBegun, type Opener } from './opening';
import { refusalIn, refusedOpeningOf } from './refusal';
import { askedToReport } from './report-anew';
import { workflowIds } from './workflow-ids';

/** The result of an import: `unchanged` when the very same plan had been imported before. */
export type Imported = {
  round: RoundId;
  items: number;
  outcome: 'started' | 'unchanged';
  /** Open rounds that gave no answer: whether people in them contradict the plan is not known. */
  unasked: RoundId[];
};

/** The gRPC code of what a server does not do. */
const UNIMPLEMENTED = 12;

/** How long the open rounds have to say whom they know; most answer within milliseconds. */
const PEOPLE_WITHIN = 5000;

/**
 * How long a worker may take for a task of a round: so long a round stands still whose worker has died in the middle of one. The
 * replay of the longest run takes 2 s of CPU (docs/performance.md); a busy machine takes a few times that.
 */
const TASK_TIME = '20 seconds';

const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof WorkflowUpdateFailedError ? refusalIn(error.cause) : undefined;

type Subject = { what: 'round' | 'item'; id: string };

/** Makes the compact JWS over a command; nothing where it is only claimed. */
type Sign<C> = (command: C) => string | undefined;

const submitted = <C>(command: C, sign: Sign<C> | undefined): Submission<C> => {
  const jws = sign?.(command);
  return jws === undefined ? { claimed: command } : { jws };
};

/** The gRPC code for what cannot be done yet: failed precondition. */
const TOO_EARLY: readonly number[] = [9];

/** A workflow was asked before its first task. */
const isTooEarly = (error: unknown): boolean => {
  const cause = causeOf(error);
  return (
    isGrpcServiceError(cause) && TOO_EARLY.includes(cause.code) && cause.details.includes('not scheduled')
  );
};

/** Everything a program can ask or command. All methods throw the errors of `errors.ts`. */
export class Rectify {
  constructor(
    private readonly client: Client,
    private readonly options: { taskQueue?: string; address?: string } = {},
  ) {}

  /**
   * Starts a round with its items, which begins once its opening has been checked. The same plan again starts nothing,
   * unless its opening was refused before. `opener`: who opens it; a claimed round needs nobody.
   * @throws RoundExists when another plan holds the round's id, NamespaceUnready where items could not run,
   *   PeopleConflict where an open round of the body has somebody of the same id with another name or address
   */
  async importPlan(
    plan: Plan,
    calendar: Calendar,
    clock: Clock = REAL_TIME,
    opener?: Opener,
  ): Promise<Imported> {
    const { items, ...head } = plan;
    const { namespace } = this.client.options;
    await this.ready(namespace);
    const opening = newOpening({ head, items, calendar, clock, namespace }, opener);
    const input: RoundInput = { schemaVersion: 3, head, items: toPayload(items), calendar, clock, opening };
    const unasked = await this.knowsPeople(plan, clock);
    const done = { round: plan.round, items: items.length, unasked };
    try {
      await this.start(plan, input, 'REJECT_DUPLICATE');
      return { ...done, outcome: 'started' };
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw this.translated(error);
    }
    // A round that was refused has started nothing: its name is free.
    if (await this.refusedOpening(plan.round)) {
      await this.start(plan, input, 'ALLOW_DUPLICATE_FAILED_ONLY');
      return { ...done, outcome: 'started' };
    }
    const { undone } = await this.round(plan.round);
    if (undone) throw new RoundExists(plan.round, nextImportOf(plan.round));
    const { memo } = await described(this.client, roundWorkflowId(plan.round));
    if (memo?.planHash !== hashOf(plan)) throw new RoundExists(plan.round);
    return { ...done, outcome: 'unchanged' };
  }

  private async ready(namespace: string): Promise<void> {
    const faults = await this.asked(missingIn(this.client.connection, namespace));
    if (faults.length > 0) throw new NamespaceUnready(namespace, faults);
  }

  /** The open rounds; none where the server keeps no list, as that of tests. */
  private async listedRounds(): Promise<RoundId[]> {
    return this.rounds().catch((error: unknown) => {
      const cause = causeOf(error);
      if (isGrpcServiceError(cause) && (cause.code as number) === UNIMPLEMENTED) return [];
      throw error;
    });
  }

  /** Resolves to the open rounds that did not say whom they know. */
  private async knowsPeople(plan: Plan, clock: Clock): Promise<RoundId[]> {
    const deadline = Date.now() + PEOPLE_WITHIN;
    const ask = (round: RoundId) => this.client.withDeadline(deadline, () => this.round(round));
    const { conflicts, unasked } = await knownPeople({ plan, clock }, await this.listedRounds(), ask);
    if (conflicts.length > 0) throw new PeopleConflict(conflicts);
    return unasked;
  }

  private async start(
    plan: Plan,
    input: RoundInput,
    workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE_FAILED_ONLY',
  ): Promise<void> {
    await this.client.workflow.start(WORKFLOWS.round, {
      args: [input],
      workflowId: roundWorkflowId(plan.round),
      taskQueue: this.options.taskQueue ?? TASK_QUEUE,
      workflowIdReusePolicy,
      workflowIdConflictPolicy: 'FAIL',
      workflowTaskTimeout: TASK_TIME,
      typedSearchAttributes: [{ key: KEYS.round, value: plan.round }],
      memo: { planHash: hashOf(plan) },
      staticSummary: `${plan.title} · ${plan.items.length} 项`,
      staticDetails: plan.body,
    });
  }

  /** Why the opening of a round was refused; nothing where it was not, or where there is no such round. */
  async refusedOpening(round: RoundId): Promise<Refusal | undefined> {
    return this.asked(refusedOpeningOf(this.client, roundWorkflowId(round)), { what: 'round', id: round });
  }

  /** A round without its items; `opening` says how far its opening has come. */
  async round(round: RoundId): Promise<RoundView> {
    const handle = this.client.workflow.getHandle(roundWorkflowId(round));
    return this.asked(
      askedAgain(() => handle.query(roundQuery)),
      { what: 'round', id: round },
    );
  }

  /** The plan as it stands, with what of it is to be decided. */
  async plan(round: RoundId): Promise<PlanVersion> {
    const handle = this.client.workflow.getHandle(roundWorkflowId(round));
    return fromPayload(
      await this.asked(
        askedAgain(() => handle.query(planQuery)),
        { what: 'round', id: round },
      ),
    );
  }

  /** What the second of two people is to sign, for a round that waits for that. */
  async offer(round: RoundId): Promise<OpeningOffer> {
    const handle = this.client.workflow.getHandle(roundWorkflowId(round));
    return fromPayload(
      await this.asked(
        askedAgain(() => handle.query(openingQuery)),
        { what: 'round', id: round },
      ),
    );
  }

  /** Gives the opening of a round, or a command that takes two, its second signature. @throws Refused */
  async countersign(round: RoundId, jws: string): Promise<CountersignAnswer> {
    const handle = this.client.workflow.getHandle(roundWorkflowId(round));
    return this.told(handle.executeUpdate(countersignUpdate, { args: [jws] }), { what: 'round', id: round });
  }

  /**
   * Tells an item what a person decided. Sent again with the same id it acts once and answers the same.
   * `sign` gives the compact JWS over it; without, it only claims who gives it. One that is signed and does not say what
   * its author has seen (`bindingToItem`) is given on sight of the item as it is now.
   * @throws Refused with the reason; nothing has changed then
   */
  async command(command: Command, sign?: Sign<Command>): Promise<Answer> {
    const { item, cycle, id } = command;
    const handle = this.client.workflow.getHandle(itemWorkflowId(item, cycle));
    const seenNow = () => onceBegun(() => this.item(item, cycle));
    const bound =
      sign && command.seen === undefined ? boundTo(command, bindingToItem(await seenNow())) : command;
    return this.told(handle.executeUpdate(commandUpdate, { args: [submitted(bound, sign)], updateId: id }), {
      what: 'item',
      id: item,
    });
  }

  /**
   * Tells a round what concerns more than one item, or one that has ended; like `command` otherwise. The items
   * hear of it a moment later.
   */
  async commandRound(command: RoundCommand, sign?: Sign<RoundCommand>): Promise<RoundAnswer> {
    const { round, id } = command;
    const handle = this.client.workflow.getHandle(roundWorkflowId(round));
    return onceBegun(async () => {
      const bound =
        sign && command.seen === undefined
          ? boundTo(command, bindingToRound(await this.checked(round), await this.roundLog(round)))
          : command;
      const args: [Submission<RoundCommand>] = [submitted(bound, sign)];
      return this.told(handle.executeUpdate(roundCommandUpdate, { args, updateId: id }), {
        what: 'round',
        id: round,
      });
    });
  }

  /** A round whose opening has been checked: before, a command cannot say for which opening it is. @throws NotBegun */
  private async checked(round: RoundId): Promise<RoundView> {
    const view = await this.round(round);
    if (view.opening?.state === 'checking') throw new NotBegun(round);
    return view;
  }

  /** An item with its log. */
  async item(item: ItemId, cycle = 1): Promise<ItemView> {
    const handle = this.client.workflow.getHandle(itemWorkflowId(item, cycle));
    const view = await this.asked(
      askedAgain(() => handle.query(viewQuery)),
      { what: 'item', id: item },
    );
    return freshItem(fromPayload(view), Date.now());
  }

  /**
   * Asks an item to report its line of the ledger anew, which takes a moment longer.
   * @throws ReportedLately where somebody has asked within minutes, UnknownToBuild where its worker is of an older version
   */
  async reportAnew(item: ItemId, cycle: number): Promise<void> {
    const handle = this.client.workflow.getHandle(itemWorkflowId(item, cycle));
    await this.told(askedToReport(handle), { what: 'item', id: item });
  }

  /** How the server has a life of an item, whether or not it answers. */
  async found(item: ItemId, cycle = 1): Promise<LifeFound> {
    return this.asked(lifeFound(described(this.client, itemWorkflowId(item, cycle))));
  }

  /** The mails an item has caused and will cause. */
  async schedule(item: ItemId, cycle = 1): Promise<ItemSchedule> {
    const handle = this.client.workflow.getHandle(itemWorkflowId(item, cycle));
    const schedule = await this.asked(
      askedAgain(() => handle.query(scheduleQuery)),
      { what: 'item', id: item },
    );
    return freshSchedule(fromPayload(schedule), Date.now());
  }

  /** All items of a round with their totals, in one query. */
  async ledger(round: RoundId): Promise<RoundLedger> {
    const handle = this.client.workflow.getHandle(roundWorkflowId(round));
    const ledger = await this.asked(
      askedAgain(() => handle.query(ledgerQuery)),
      { what: 'round', id: round },
    );
    return freshLedger(fromPayload(ledger), Date.now());
  }

  /** What has happened to a round as a whole. */
  async roundLog(round: RoundId): Promise<LogEntry<RoundEvent>[]> {
    const handle = this.client.workflow.getHandle(roundWorkflowId(round));
    return fromPayload(
      await this.asked(
        askedAgain(() => handle.query(roundLogQuery)),
        { what: 'round', id: round },
      ),
    );
  }

  async totals(round: RoundId): Promise<Totals> {
    return (await this.ledger(round)).totals;
  }

  /** The ids of all rounds that are open on the server. */
  async rounds(): Promise<RoundId[]> {
    const found: RoundId[] = [];
    const query = `WorkflowType = '${WORKFLOWS.round}' AND ExecutionStatus = 'Running'`;
    try {
      for await (const id of workflowIds(this.client, query)) {
        // Whoever may start a workflow may name it as they like: what has no name of a round is none.
        const round = roundIn(id);
        if (round) found.push(round);
      }
    } catch (error) {
      throw this.translated(error);
    }
    return found.sort();
  }

  private async told<T>(answer: Promise<T>, subject: Subject): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) throw new Refused(refusal);
      throw (await this.endOf(error, subject)) ?? this.translated(error, subject);
    }
  }

  /** Where a workflow takes no command since the server has ended it: that, rather than that there is none. */
  private async endOf(error: unknown, { what, id }: Subject): Promise<Ended | undefined> {
    if (!(error instanceof WorkflowNotFoundError) || error.workflowId === '') return undefined;
    const how = await lifeFound(described(this.client, error.workflowId));
    return isEnd(how) && how !== 'removed' ? new Ended(what, id, how) : undefined;
  }

  private async asked<T>(answer: Promise<T>, subject?: Subject): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw this.translated(error, subject);
    }
  }

  private translated(error: unknown, subject?: Subject): unknown {
    if (subject && error instanceof WorkflowNotFoundError) return new NotFound(subject.what, subject.id);
    if (subject && isTooEarly(error)) return new NotBegun(subject.id);
    return serverFault(error, this.options.address ?? '');
  }
}
