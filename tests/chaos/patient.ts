import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { ItemId, RoundId } from '../../base/ids';
import { NotFound, Rectify, Refused } from '../../client/api';
import type { Answer, Command } from '../../domain/item/command';
import type { ItemSchedule, ItemView } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import type { RoundAnswer, RoundCommand } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import type { Store } from '../../store/store';
import { itemWorkflowId, type RoundLedger, roundWorkflowId, type RoundView } from '../../workflows/messages';
import { entriesOf, type GivenCommand, type Journal } from './journal';

/** How long a person waits for one answer before they ask again, and between the two. */
const ATTEMPT_MS = 20_000;
const PAUSE_MS = 300;

/** Nobody has answered before people gave up. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** When people give up: real time, which may be set later. */
export type Patience = { until: number };

/** Whether an answer is one, whatever it says: asking again would change nothing. */
const isAnswer = (error: unknown): boolean =>
  error instanceof Refused || error instanceof NotFound || error instanceof WorkflowNotFoundError;

/** Asks until there is an answer. @throws what answers, or GivenUp */
export const patiently = async <T>(client: Client, patience: Patience, ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await client.withDeadline(Date.now() + ATTEMPT_MS, ask);
    } catch (error) {
      if (isAnswer(error)) throw error;
      if (Date.now() > patience.until) throw new GivenUp(String(error), { cause: error });
      await sleep(PAUSE_MS);
    }
  }
};

/**
 * The client of people who, while nobody answers, ask again and send the same command again under the same id, as the CLI does.
 * What they are told goes into the journal.
 */
export class PatientRectify extends Rectify {
  constructor(
    private readonly server: Client,
    private readonly journal: Journal,
    private readonly patience: Patience,
  ) {
    super(server);
  }

  private asks<T>(ask: () => Promise<T>): Promise<T> {
    return patiently(this.server, this.patience, ask);
  }

  /** Sends a command until it is answered. @throws Refused, NotFound, GivenUp */
  async gives<A extends Answer | RoundAnswer>(
    workflow: string,
    command: { id: string; type: string },
    send: () => Promise<A>,
  ): Promise<A> {
    let given: GivenCommand | undefined;
    try {
      const answer = await this.asks(() => {
        given = this.journal.sends(workflow, command);
        return send();
      });
      if (given) this.journal.learns(given, { type: 'done', entries: entriesOf(answer) });
      return answer;
    } catch (error) {
      if (given && error instanceof Refused)
        this.journal.learns(given, { type: 'refused', reason: error.refusal.type });
      else if (given && !(error instanceof GivenUp)) this.journal.learns(given, { type: 'gone' });
      throw error;
    }
  }

  override command(...[command, sign]: Parameters<Rectify['command']>): Promise<Answer> {
    const workflow = itemWorkflowId(command.item, command.cycle);
    return this.gives<Answer>(workflow, command satisfies Command, () => super.command(command, sign));
  }

  override commandRound(...[command, sign]: Parameters<Rectify['commandRound']>): Promise<RoundAnswer> {
    const workflow = roundWorkflowId(command.round);
    return this.gives<RoundAnswer>(workflow, command satisfies RoundCommand, () =>
      super.commandRound(command, sign),
    );
  }

  override countersign(...given: Parameters<Rectify['countersign']>): ReturnType<Rectify['countersign']> {
    return this.asks(() => super.countersign(...given));
  }

  override importPlan(...given: Parameters<Rectify['importPlan']>): ReturnType<Rectify['importPlan']> {
    return this.asks(() => super.importPlan(...given));
  }

  override item(item: ItemId, cycle?: number): Promise<ItemView> {
    return this.asks(() => super.item(item, cycle));
  }

  override schedule(item: ItemId, cycle?: number): Promise<ItemSchedule> {
    return this.asks(() => super.schedule(item, cycle));
  }

  override ledger(round: RoundId): Promise<RoundLedger> {
    return this.asks(() => super.ledger(round));
  }

  override plan(round: RoundId): ReturnType<Rectify['plan']> {
    return this.asks(() => super.plan(round));
  }

  override round(round: RoundId): Promise<RoundView> {
    return this.asks(() => super.round(round));
  }

  override roundLog(round: RoundId): Promise<LogEntry<RoundEvent>[]> {
    return this.asks(() => super.roundLog(round));
  }
}

/** A store into which people hand in a small file again until it is there. */
export const patientStore = (store: Store, patience: Patience): Store => {
  const putEvidence: Store['putEvidence'] = async (source, options) => {
    const whole = typeof source === 'string' ? source : await buffer(source);
    for (;;) {
      try {
        return await store.putEvidence(typeof whole === 'string' ? whole : Readable.from([whole]), options);
      } catch (error) {
        if (Date.now() > patience.until) throw new GivenUp(String(error), { cause: error });
        await sleep(PAUSE_MS);
      }
    }
  };
  return Object.assign(Object.create(store) as Store, { putEvidence });
};
