import type { RefusalType } from '../../domain/refusal';
import type { ItemAmendment } from '../../domain/round/amend/amendment';
import { standingAsked } from '../../domain/round/second/asked';
import { statedIn } from '../../domain/round/second/two-signed';
import { Refused } from '../api';
import { sign } from '../keys';
import { type Giving, officeOf, tellRound } from './stage';

/** Why an amendment is refused that comes too late: the item has gone on without it. */
const TOO_LATE: readonly RefusalType[] = [
  'AmendmentUnfit',
  'DateNotAhead',
  'PlanMoved',
  'SecondAwaited',
  'NotCountersigned',
];

/** The head gives their signature to what the office has just amended, where it waits for that. */
const countersign = async ({ rectify, plan, keys }: Giving): Promise<void> => {
  const { head } = plan.roster;
  const log = await rectify.roundLog(plan.round);
  const asked = standingAsked(log).find(({ type }) => type === 'amend');
  const key = keys.get(head);
  const said = asked && statedIn(asked.first.jws);
  if (!said || 'fault' in said || !key) return;
  await rectify.countersign(plan.round, sign(said, key));
};

/** The office amends the plan of one item; where that takes two, the head countersigns it. */
export const amend = async (stage: Giving, change: ItemAmendment, reason: string): Promise<void> => {
  const { rectify, plan } = stage;
  try {
    const { version: basedOn } = await rectify.plan(plan.round);
    await tellRound(stage, { type: 'amend', by: officeOf(stage), basedOn, reason, changes: [change] });
    await countersign(stage);
  } catch (error) {
    if (!(error instanceof Refused && TOO_LATE.includes(error.refusal.type))) throw error;
  }
};
