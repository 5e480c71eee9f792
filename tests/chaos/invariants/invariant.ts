import type { LogEntry } from '../../../domain/item/log';
import type { Gathered } from '../gathered';

/** What looking came to: how many things were looked at, and what was wrong, each with all that it takes to see it. */
export type Judgement = { checks: number; violations: readonly string[] };

/** What holds when everything is quiet again, whatever the monkey has done. */
export type Invariant = { name: string; sentence: string; judge: (gathered: Gathered) => Judgement };

/** Looks at each of a list. `find`: what is wrong with it, or nothing. */
export const each = <T>(
  list: readonly T[],
  find: (one: T) => string | readonly string[] | undefined,
): Judgement => ({ checks: list.length, violations: list.flatMap((one) => find(one) ?? []) });

export const together = (...judgements: readonly Judgement[]): Judgement => ({
  checks: judgements.reduce((sum, { checks }) => sum + checks, 0),
  violations: judgements.flatMap(({ violations }) => violations),
});

type Logged = Pick<LogEntry<{ type: string }>, 'seq' | 'author' | 'event'>;

/** The log of every workflow that keeps one, by its name. */
export const logsIn = ({ rounds }: Gathered): ReadonlyMap<string, readonly Logged[]> =>
  new Map<string, readonly Logged[]>(
    rounds.flatMap(({ workflow, log, lives }) => [
      [workflow, log],
      ...lives.map((life): [string, readonly Logged[]] => [life.workflow, life.view.log]),
    ]),
  );
