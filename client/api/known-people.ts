import type { Clock } from '../../domain/calendar/clock';
import { mailboxName } from '../../domain/ladder/notice';
import type { Plan, RoundHead } from '../../domain/plan/plan';
import { conflictsWith, type PersonConflict } from '../../domain/round/same-people';
import type { RoundId } from '../../base/ids';
import type { RoundView } from '../../workflows/messages';

/** What was found among the open rounds. `unasked`: those that gave no answer in time, so that nobody knows. */
export type KnownPeople = { conflicts: PersonConflict[]; unasked: RoundId[] };

type Ask = (round: RoundId) => Promise<Pick<RoundView, 'head' | 'clock'>>;
type Begins = { plan: Pick<Plan, 'round' | 'roster' | 'bodyId'>; clock: Clock };

/** Whether two rounds write to the same mailbox for the same id. */
const isOfOneBody = (
  a: Pick<RoundHead, 'roster' | 'bodyId'>,
  b: typeof a,
  clocks: [Clock, Clock],
): boolean => {
  const person = a.roster.head;
  const [of, other] = clocks;
  return mailboxName({ person, body: a.bodyId }, of) === mailboxName({ person, body: b.bodyId }, other);
};

/** Compares the people of a plan with those of the open rounds of the same body. */
export const knownPeople = async (
  { plan, clock }: Begins,
  open: readonly RoundId[],
  ask: Ask,
): Promise<KnownPeople> => {
  const others = open.filter((round) => round !== plan.round);
  const answers = await Promise.allSettled(others.map(ask));
  const found: KnownPeople = { conflicts: [], unasked: [] };
  for (const [index, answer] of answers.entries()) {
    const round = others[index];
    if (round === undefined) continue;
    if (answer.status === 'rejected') found.unasked.push(round);
    else if (isOfOneBody(plan, answer.value.head, [clock, answer.value.clock]))
      found.conflicts.push(...conflictsWith(plan.roster, { round, roster: answer.value.head.roster }));
  }
  return found;
};
