import { attributeFaultText } from '../../workflows/namespace';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { type ItemId, itemId, type ItemNumber, RoundId, roundOf } from '../../base/ids';
import type { Answer, Command } from '../../domain/item/command';
import type { ItemView } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import { nearest } from '../../base/nearest';
import type { RoundAnswer, RoundCommand } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import type { Roster } from '../../domain/round/roster';
import type { LedgerRow } from '../../domain/round/row';
import type { RoundLedger } from '../../workflows/messages';
import {
  connect,
  NamespaceUnready,
  NotFound,
  PeopleConflict,
  Rectify,
  RoundExists,
  Unreachable,
} from '../api';
import type { Cli } from './context';
import { type ItemArgument, nearestNumbers } from './arguments/item-argument';
import { keepRound, lastRound, type Server } from './files/last-round';
import { recordedLife } from './recorded-life';
import { setting } from '../api/settings';
import type { Signer } from './commands/signing';
import { Trouble } from './trouble/trouble';

/** How long a worker may take for one question, in milliseconds. */
const PATIENCE = 15_000;
/** Waits before a command is sent again after the connection broke, in milliseconds. */
const PAUSES = [500, 2_000];

/** gRPC: 4 deadline exceeded, 9 failed precondition (the server has not seen a worker for some time). */
const NO_WORKER_CODES: unknown[] = [4, 9];

const codesOf = (error: unknown): unknown[] => {
  if (typeof error !== 'object' || error === null) return [];
  const own = 'code' in error ? [error.code] : [];
  return 'cause' in error ? [...own, ...codesOf(error.cause)] : own;
};

/** The server is there, but no worker has answered. */
const isWithoutWorker = (error: unknown): boolean =>
  codesOf(error).some((code) => NO_WORKER_CODES.includes(code));

/**
 * The line of an item in the ledger of its round.
 * @throws Trouble `no-such-item` with the numbers that come nearest
 */
export const rowIn = ({ head, rows }: Pick<RoundLedger, 'head' | 'rows'>, number: ItemNumber): LedgerRow => {
  const row = rows.find((one) => one.number === number);
  if (row) return row;
  throw noSuchItem({ head, rows }, number);
};

const noSuchItem = ({ head, rows }: Pick<RoundLedger, 'head' | 'rows'>, number: ItemNumber): Trouble => {
  const known = rows.map((row) => row.number);
  const nearest = nearestNumbers(number, known);
  return new Trouble({ type: 'no-such-item', round: head.round, number, nearest });
};

/** A connection to the server for as long as a verb lasts. */
export class Session {
  private chosen: Promise<RoundId> | undefined;

  private constructor(
    private readonly cli: Cli,
    readonly client: Client,
    readonly address: string,
    private readonly rectify: Rectify,
    private readonly until: number | undefined,
  ) {}

  /**
   * Connects, does the work and disconnects. `until`: when to stop waiting, in epoch milliseconds.
   * Throws `Unreachable` where no server answers.
   */
  static async with<T>(cli: Cli, work: (session: Session) => Promise<T>, until?: number): Promise<T> {
    const { client, address, close } = await connect(cli.terminal.environment, until && until - Date.now());
    const taskQueue = setting(cli.terminal.environment, 'TASK_QUEUE');
    const rectify = new Rectify(client, { address, ...(taskQueue && { taskQueue }) });
    try {
      return await work(new Session(cli, client, address, rectify, until));
    } finally {
      await close();
    }
  }

  /**
   * Asks the system something, with a limit to the wait.
   * @throws Trouble `no-worker` when nobody answers for the server, `round-exists`, `namespace-unready`, `people-conflict`
   */
  async ask<T>(question: (rectify: Rectify) => Promise<T>, patience = PATIENCE): Promise<T> {
    try {
      const deadline = this.until ?? Date.now() + patience;
      return await this.client.withDeadline(deadline, () => question(this.rectify));
    } catch (error) {
      if (error instanceof RoundExists)
        throw new Trouble({
          type: 'round-exists',
          round: error.round as RoundId,
          next: error.next as RoundId | undefined,
        });
      if (error instanceof NamespaceUnready) {
        const { namespace, faults } = error;
        throw new Trouble({ type: 'namespace-unready', namespace, wrong: faults.map(attributeFaultText) });
      }
      if (error instanceof PeopleConflict)
        throw new Trouble({ type: 'people-conflict', conflicts: error.conflicts });
      if (isWithoutWorker(error)) throw new Trouble({ type: 'no-worker', address: this.address });
      throw error;
    }
  }

  /** Gives a command; when the connection breaks, again with the same id, so that it acts once. */
  send(command: Command, sign?: Signer): Promise<Answer> {
    return this.insist((rectify) => rectify.command(command, sign));
  }

  /** The same for a command to a round. */
  sendRound(command: RoundCommand, sign?: Signer): Promise<RoundAnswer> {
    return this.insist((rectify) => rectify.commandRound(command, sign));
  }

  private async insist<T>(telling: (rectify: Rectify) => Promise<T>): Promise<T> {
    for (const pause of PAUSES) {
      try {
        return await this.ask(telling);
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        await sleep(pause);
      }
    }
    return this.ask(telling);
  }

  /** The rounds that are open, or the one that was named. */
  async rounds(): Promise<readonly RoundId[]> {
    return this.cli.round === undefined
      ? this.ask((rectify) => rectify.rounds())
      : [this.namedRound(this.cli.round)];
  }

  private namedRound(given: string): RoundId {
    const round = RoundId.safeParse(given);
    if (round.success) return round.data;
    throw new Trouble({ type: 'bad-value', option: '--round', given, expected: 'round' });
  }

  /** The round that is meant: the one that was named, else the only one that is open, else that of last time. */
  round(): Promise<RoundId> {
    return (this.chosen ??= this.choose());
  }

  private async choose(): Promise<RoundId> {
    const open = await this.rounds();
    const [round, ...more] = open;
    if (round !== undefined && more.length === 0) return round;
    const last = await lastRound(this.cli.terminal.environment, this.server);
    if (last === undefined || !open.includes(last)) throw new Trouble({ type: 'which-round', open });
    this.cli.err.line({ text: this.cli.say.common.lastRound(last), style: 'dim' });
    return last;
  }

  private get server(): Server {
    return { address: this.address, namespace: this.client.options.namespace };
  }

  /** Makes a round the default for next time. */
  remember(round: RoundId): Promise<void> {
    return keepRound(this.cli.terminal.environment, this.server, round);
  }

  /** Remembers a round named for this one command, once it has answered. The environment names its own every time. */
  private async noteNamed(round: RoundId): Promise<void> {
    const { round: named, terminal } = this.cli;
    if (round === named && named !== setting(terminal.environment, 'RECTIFY_ROUND'))
      await this.remember(round);
  }

  /** The ledgers of the rounds that are open, or that of the one that was named. */
  async ledgers(): Promise<readonly RoundLedger[]> {
    return Promise.all((await this.rounds()).map((round) => this.ledger(round)));
  }

  /** @throws Trouble `no-such-round` with the one that was likely meant */
  async ledger(round: RoundId): Promise<RoundLedger> {
    const ledger = await this.askOf(round, (rectify) => rectify.ledger(round));
    await this.noteNamed(round);
    return ledger;
  }

  /** What has happened to a round as a whole. @throws Trouble `no-such-round` */
  roundLog(round: RoundId): Promise<readonly LogEntry<RoundEvent>[]> {
    return this.askOf(round, (rectify) => rectify.roundLog(round));
  }

  private async askOf<T>(round: RoundId, question: (rectify: Rectify) => Promise<T>): Promise<T> {
    try {
      return await this.ask(question);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      const open = await this.ask((rectify) => rectify.rounds());
      const meant = nearest(round, open);
      throw new Trouble({ type: 'no-such-round', round, open, ...(meant && { meant }) });
    }
  }

  /**
   * The item that a person has named, with its log: its newest life, unless another is asked for.
   * @throws Trouble `no-such-item` with the numbers that come nearest, `no-such-round`, `no-such-life`, `no-record`
   */
  async view({ round: named, number }: ItemArgument, cycle?: number): Promise<ItemView> {
    const round = named ?? (await this.round());
    const found = await this.life(itemId(round, number), cycle ?? 1);
    // Only an item that has ended can have a later life: one at work needs no look into the ledger.
    if (found && (cycle !== undefined || (await this.isAtWork(found)))) return found;
    const ledger = await this.ledger(round);
    const row = rowIn(ledger, number);
    const wanted = cycle ?? row.cycle;
    if (wanted > row.cycle)
      throw new Trouble({ type: 'no-such-life', number, cycle: wanted, cycles: row.cycle });
    if (found?.state.cycle === wanted) return found;
    const running = await this.life(row.item, wanted);
    if (running) return running;
    // A line without an archive is of an item that its round is about to start.
    if (wanted === row.cycle && !row.archive) throw noSuchItem(ledger, number);
    return recordedLife(this.cli, ledger, row.item, wanted);
  }

  private async isAtWork({ state }: ItemView): Promise<boolean> {
    const { item, cycle, archive } = state;
    return archive === undefined && (await this.ask((rectify) => rectify.found(item, cycle))) === 'at-work';
  }

  /** The line of an item in the ledger; undefined where its round has left the server. */
  async lineOf(item: ItemId): Promise<LedgerRow | undefined> {
    try {
      const { rows } = await this.ask((rectify) => rectify.ledger(roundOf(item)));
      return rows.find((row) => row.item === item);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /** A life of an item as the server has it; undefined where it has left the server, or never was. */
  private async life(item: ItemId, cycle: number): Promise<ItemView | undefined> {
    try {
      const view = await this.ask((rectify) => rectify.item(item, cycle));
      await this.noteNamed(roundOf(item));
      return view;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /**
   * The roster to look up people in: an item knows only the people it needs, by their ids;
   * the round knows everybody, and so whether a name is unique.
   */
  async rostersFor(
    views: readonly Pick<ItemView, 'context'>[],
    named: readonly string[],
  ): Promise<readonly Roster[]> {
    const own = views.map(({ context }) => context.roster);
    const areKnown = own.every(({ people }) =>
      named.every((given) => people.some((person) => person.id === given)),
    );
    if (areKnown) return own;
    const rounds = [...new Set(views.map(({ context }) => context.round.id))];
    const ledgers = await Promise.all(rounds.map((round) => this.ledger(round)));
    return ledgers.map(({ head }) => head.roster);
  }
}
