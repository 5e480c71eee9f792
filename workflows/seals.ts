import {
  condition,
  isCancellation,
  log,
  metricMeter,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import { ApplicationFailure } from '@temporalio/common';
import type { Sealed } from '../domain/identity/seal';
import type { SealActivities, SealedMessage, UnreadParts } from './contract';
import { counter } from './metrics';
import { takesPatch } from './patches';
import { sealedPartOf } from './sealed-part';

/*
 * Whoever reaches the server can start a workflow and send it signals. What counts is sealed by a worker (activities/seals.ts).
 * Workflows have no keys: they ask, in the same workflow task, and the answer is in their history for every replay.
 */

const { checkSeals, sealInput } = proxyLocalActivities<SealActivities>({ startToCloseTimeout: '10 seconds' });

/** The first versions of inputs that are sealed, and whose messages are. */
const SEALED_SINCE = 3;

/** What older versions have started is sealed from the first task on that this one does. */
export const isSealed = (version: number): boolean => version >= SEALED_SINCE || takesPatch('sealed');

/** The input of a workflow, as far as its seal is concerned. */
type Input = { schemaVersion: number; seal?: string; carried?: unknown };

/** The kind of seal that an input carries. */
const kindOf = ({ carried }: Input): Sealed => (carried === undefined ? 'birth' : 'carried');

/** Whether a worker has made the input of this workflow. One of an older version may have none, see `UNSEALED_UNTIL`. */
export const isOurs = async (input: Input): Promise<boolean> => {
  if (!isSealed(input.schemaVersion)) return true;
  const { seal } = input;
  const since = workflowInfo().startTime.getTime();
  const json = jsonOf(input);
  if (json === undefined) return false;
  const [isGood] = await checkSeals([{ kind: kindOf(input), json, since, ...(seal && { seal }) }]);
  return isGood === true;
};

/** The hash that the seal of an input is over, as JSON; nothing of an input that nobody can print: it may be of anybody. */
const jsonOf = (input: Input): string | undefined => {
  try {
    return JSON.stringify(sealedPartOf(input));
  } catch {
    return undefined;
  }
};

/** Reads what a workflow was started with. What cannot be read is not ours. */
export const readInput = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    log.warn('could not read what this was started with', { error });
    throw refuseUnsealed();
  }
};

/** Ends a workflow that no worker has started. It has told nobody anything. */
export const refuseUnsealed = (): ApplicationFailure => {
  counter(metricMeter, 'workflowsUnsealed').add(1);
  return ApplicationFailure.nonRetryable(
    '启动参数没有 worker 的封签，或封签不符，已终止，未通知任何人 · ended: no worker has sealed what this was started with; nobody was told',
    'Unsealed',
  );
};

/**
 * The input of the next run with its seal. While that is made something may come, so `inputOf` is asked until it says the
 * same before and after; there must be no wait between the return and the end of the run.
 */
export const sealedInput = async <T extends Input>(inputOf: () => T): Promise<T> => {
  if (!isSealed(inputOf().schemaVersion)) return inputOf();
  for (;;) {
    const content = sealedPartOf(inputOf());
    const seal = await sealInput(content);
    const input = inputOf();
    if (sealedPartOf(input) === content) return { ...input, seal };
  }
};

/** A message as JSON; nothing of one nested so deep that it cannot be printed, which would fail the task for ever. */
const printed = (message: unknown): string | undefined => {
  try {
    return JSON.stringify(message ?? null);
  } catch (error) {
    log.warn('dropped a message that cannot be printed', { error });
    return undefined;
  }
};

type Take = (unread: UnreadParts) => void;

const ALL_READ: UnreadParts = { unread: [] };

type Arrival = { message: SealedMessage; take: Take };

/** Messages that have come, until a worker has told whether they were sealed. What was not is dropped. */
export class Arrivals {
  private waiting: Arrival[] = [];
  /** Some are not judged yet. */
  private isBusy = false;

  constructor(private readonly version: number) {}

  /** `take`: what is to be done with it; it must not wait for anything. */
  add(kind: Sealed, message: unknown, seal: unknown, take: Take): void {
    if (!isSealed(this.version)) {
      take(ALL_READ);
      return;
    }
    const json = printed(message);
    if (json === undefined) return;
    this.waiting.push({ message: { kind, json, ...(typeof seal === 'string' && { seal }) }, take });
    if (!this.isBusy) this.judgeAll();
  }

  /** Resolves as soon as nothing waits to be judged. */
  async judged(): Promise<void> {
    if (this.isBusy) await condition(() => !this.isBusy);
  }

  get areJudged(): boolean {
    return !this.isBusy;
  }

  private judgeAll(): void {
    this.isBusy = true;
    this.judge()
      .then(() => {
        this.isBusy = false;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  private async judge(): Promise<void> {
    while (this.waiting.length > 0) {
      // All that one task has brought are judged at once.
      await Promise.resolve();
      const all = this.waiting;
      this.waiting = [];
      const verdicts = await checkSeals(all.map(({ message }) => message));
      for (const [index, { take }] of all.entries()) {
        const verdict = verdicts[index];
        if (verdict) take(verdict === true ? ALL_READ : verdict);
      }
    }
  }
}
