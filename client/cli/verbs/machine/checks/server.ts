import type { Client } from '@temporalio/client';
import type { RoundId } from '../../../../../base/ids';
import { PayloadUnreadable } from '../../../../../codec/errors';
import { Seals } from '../../../../../domain/identity/seal';
import type { Store } from '../../../../../store/store';
import { type RoundLedger, TASK_QUEUE } from '../../../../../workflows/messages';
import { Rectify } from '../../../../api';
import { existingStore } from '../../../../api/existing-store';
import { type Environment, setting, storeUrl } from '../../../../api/settings';
import { sealKeysOf } from '../../../../local/seal-keys';
import { allEnded, type Ended } from './all-ended';
import { inTurns } from '../../../../api/in-turns';
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
  /** The store, where there is one here that answers: whether it does is not for these checks to say. */
  store: () => Promise<Store | undefined>;
  /** By the workers' keys, where this machine has them. */
  seals: () => Promise<Seals | undefined>;
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

/** What cannot be opened for want of a key is for every check to say. */
const unlessUnreadable = (error: unknown): undefined => {
  if (error instanceof PayloadUnreadable) throw error;
};

const ledgersOf = async (client: Client, rectify: Rectify, rounds: readonly RoundId[]): Promise<Ledgers> => {
  const some = rounds.slice(0, MOST_ROUNDS);
  const answers = await inTurns(some, TOGETHER, (round) =>
    client.withDeadline(Date.now() + PATIENCE, () => rectify.ledger(round)).catch(unlessUnreadable),
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
    seals: onDemand(() =>
      sealKeysOf(environment).then(
        (keys) => new Seals(keys),
        () => undefined,
      ),
    ),
    store: onDemand(() => existingStore(storeUrl(environment)).catch(() => undefined)),
    rounds,
    asked: onDemand(async () => ledgersOf(client, rectify, await rounds())),
    ended: onDemand(() => allEnded(client)),
  };
};
