import { iso } from '../../../domain/calendar/iso';
import { civilOf, type Instant } from '../../../domain/calendar/zone';
import { currentFirst } from '../../../domain/evidence/versions';
import type { ItemView } from '../../../domain/item/life';
import { type NumberedResult, numberedResults } from '../../../domain/item/results';
import type { PlannedItem } from '../../../domain/plan/plan';
import type { LogHead, LogWentBack } from '../../../domain/round/log-head';
import type { LedgerRow } from '../../../domain/round/row';
import { isOverdue, publishedStatus, warningLevel } from '../../../domain/round/row';
import { awaitedOf } from '../../../domain/item/waiting';
import type { RoundView } from '../../../workflows/messages';

/*
 * What programs read (docs/cli.md). Instants are ISO 8601 in UTC by the round's time, dates `YYYY-MM-DD` in the
 * round's zone; what is absent is left out.
 */

const dated = <T extends { at: Instant }>(deed: T) => ({ ...deed, at: iso(deed.at) });

const headJson = ({ entries, hash, at }: LogHead) => ({ entries, hash, at: iso(at) });

const wentBackJson = ({ cycle, from, to }: LogWentBack) => ({
  cycle,
  from: headJson(from),
  to: headJson(to),
});

/** A line of the ledger, with what follows from the day on which it is read. */
export const rowJson = (
  row: LedgerRow,
  {
    head,
    calendar,
    now,
  }: Pick<RoundView, 'calendar' | 'now'> & {
    head: Pick<RoundView['head'], 'policy'>;
  },
) => {
  const { version, assignedAt, deadlineSetAt, review, acted, sustaining, logHead, logWentBack, ...rest } =
    row;
  const today = civilOf(now);
  const waits = awaitedOf(row);
  const level = warningLevel(row, head.policy, calendar, today);
  return {
    ...rest,
    assignedAt: iso(assignedAt),
    ...(review && { reviewDeadline: review.deadline }),
    ...(sustaining && { sustaining: { ...sustaining, since: iso(sustaining.since) } }),
    overdue: isOverdue(row, today),
    published: publishedStatus(row, today),
    ...(waits && { waitsFor: waits }),
    ...(level && { level }),
    ...(logHead && { logHead: headJson(logHead) }),
    ...(logWentBack && { logWentBack: wentBackJson(logWentBack) }),
  };
};
export type RowJson = ReturnType<typeof rowJson>;

/** What has happened to an item besides its reviews, in place of the row's summary of it. */
const lifeJson = ({ extensions, sustaining, withdrawal, proposals, previous, lost }: ItemView['state']) => ({
  extensions: extensions.map(({ outcome, ...asked }) => ({
    ...dated(asked),
    ...(outcome && { outcome: dated(outcome) }),
  })),
  ...(sustaining && {
    sustaining: {
      ...sustaining,
      since: iso(sustaining.since),
      checkIns: sustaining.checkIns.map(dated),
    },
  }),
  proposals: proposals.map(({ outcome, ...proposed }) => ({
    ...dated(proposed),
    ...(outcome && { outcome: dated(outcome) }),
  })),
  ...(withdrawal && {
    withdrawal: {
      ...dated(withdrawal),
      ...(withdrawal.undone !== undefined && { undone: iso(withdrawal.undone) }),
    },
  }),
  ...(previous && { previous }),
  ...(lost && { lost }),
});

/** A result as it was recorded, and what has become of it. */
const resultJson = ({ corrected, withdrawn, at, ...result }: NumberedResult) => ({
  ...result,
  at: iso(at),
  ...(corrected && { corrected: { ...corrected, at: iso(corrected.at) } }),
  ...(withdrawn && { withdrawn: { ...withdrawn, at: iso(withdrawn.at) } }),
});

/** What no row has of what an item is about. */
const textsJson = ({ cause, goal, source }: PlannedItem) => ({
  ...(cause !== undefined && { cause }),
  ...(goal !== undefined && { goal }),
  ...(source && { source }),
});

/** An item with its log; `row` has what the round has noted of it. */
export const itemJson = ({ state, context, clock, now, log, evidenceHash, row }: ItemView) => ({
  ...rowJson(row, { head: { policy: context.policy }, calendar: context.calendar, now }),
  ...lifeJson(state),
  round: context.round,
  identity: context.policy.identity,
  ...(clock.drill !== undefined && { drill: clock.drill }),
  now: iso(now),
  archiveNumber: context.archiveNumber,
  ...textsJson(context.planned),
  measures: state.measures.map(({ completed, ...measure }) => ({
    ...measure,
    ...(completed && { completed: { ...completed, at: iso(completed.at) } }),
    evidence: currentFirst(state.evidence)
      .filter((file) => file.measure === measure.no)
      .map(({ measure: _, at, withdrawn, ...file }) => ({
        ...file,
        at: iso(at),
        ...(withdrawn && { withdrawn: dated(withdrawn) }),
      })),
  })),
  ...(state.results && { results: numberedResults(state).map(resultJson) }),
  evidenceHash,
  returned: state.returns.map((back) => ({ ...back, at: iso(back.at) })),
  log: log.map((entry) => ({ ...entry, at: iso(entry.at) })),
});
export type ItemJson = ReturnType<typeof itemJson>;
