import type { Client } from '@temporalio/client';
import type { RoundId } from '../../../../../base/ids';
import { type RoundLedger, TASK_QUEUE } from '../../../../../workflows/messages';
import { Rectify } from '../../../../api';
import { type Environment, setting } from '../../../../api/settings';
import { allEnded, type Ended } from './all-ended';
import { inTurns } from './in-turns';
import type { FoundWords } from './names';

/** How long the server may take for one answer, in milliseconds. */
export const PATIENCE = 5_000;

/** The ledgers of the rounds that answer, and the others. */
export type Ledgers = { ledgers: RoundLedger[]; silent: RoundId[]; unasked: number };

/** What is asked once for all checks is asked by the first of them that needs it. */
export type Server = {
  client: Client;
  namespace: string;
  queue: string;
  say: FoundWords;
  /** The open rounds. */
  rounds: () => Promise<RoundId[]>;
  asked: () => Promise<Ledgers>;
  /** What the server has ended. */
  ended: () => Promise<Ended[]>;
};

/** Asks when somebody first needs the answer, and never again. */
const onDemand = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
};

/** Into so many rounds is looked: half a minute of questions at most. */
const MOST_ROUNDS = 500;
const TOGETHER = 10;

const ledgersOf = async (client: Client, rectify: Rectify, rounds: readonly RoundId[]): Promise<Ledgers> => {
  const some = rounds.slice(0, MOST_ROUNDS);
  const answers = await inTurns(some, TOGETHER, (round) =>
    client.withDeadline(Date.now() + PATIENCE, () => rectify.ledger(round)).catch((): undefined => undefined),
  );
  return {
    ledgers: answers.filter((ledger) => ledger !== undefined),
    silent: some.filter((_, index) => answers[index] === undefined),
    unasked: rounds.length - some.length,
  };
};

export const serverOf = (client: Client, environment: Environment, say: FoundWords): Server => {
  const rectify = new Rectify(client);
  const rounds = onDemand(() => rectify.rounds());
  return {
    client,
    say,
    namespace: client.options.namespace,
    queue: setting(environment, 'TASK_QUEUE') ?? TASK_QUEUE,
    rounds,
    asked: onDemand(async () => ledgersOf(client, rectify, await rounds())),
    ended: onDemand(() => allEnded(client)),
  };
};
