/** So long, in ms, a failed task counts as of now: the server tries it again at least every ten minutes. */
const LATELY = 900_000;

const LINE = /^temporal_workflow_task_execution_failed\{(?<labels>.*)\} (?<count>[\d.e+]+)$/gm;
const REASON = /failure_reason="(?<reason>[^"]*)"/;

/** How many workflow tasks have failed by reason, as the metrics of the SDK tell. */
const countsIn = (metrics: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { groups } of metrics.matchAll(LINE)) {
    const reason = REASON.exec(groups?.labels ?? '')?.groups?.reason ?? 'unknown';
    counts.set(reason, (counts.get(reason) ?? 0) + Number(groups?.count));
  }
  return counts;
};

/**
 * A question that a workflow has refused to answer yet (workflows/interceptors.ts) counts as a failed task, too: of this reason
 * one look alone says nothing.
 */
const DOUBTFUL = 'WorkflowError';

/** Which workflow tasks have failed in this process lately, from the SDK's own metrics, read now and then. */
export class TaskFailures {
  readonly #seen = new Map<string, { count: number; at: number; looks: number }>();

  /** `metrics`: the text of the endpoint; `now`: epoch milliseconds. */
  note(metrics: string, now: number): void {
    for (const [reason, count] of countsIn(metrics)) {
      const before = this.#seen.get(reason);
      if (count <= (before?.count ?? 0)) continue;
      const isLasting = before !== undefined && now - before.at <= LATELY;
      this.#seen.set(reason, { count, at: now, looks: isLasting ? before.looks + 1 : 1 });
    }
  }

  /** The reasons, e.g. `NonDeterminismError`, with how many tasks have failed for each since the process began. */
  lately(now: number): [reason: string, count: number][] {
    return [...this.#seen]
      .filter(([reason, { at, looks }]) => now - at <= LATELY && (reason !== DOUBTFUL || looks > 1))
      .map(([reason, { count }]) => [reason, count]);
  }
}
