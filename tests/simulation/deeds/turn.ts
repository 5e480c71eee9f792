import type { CommandType } from '../../../domain/item/command';
import { pendingExtension } from '../../../domain/item/state';
import type { Status } from '../../../domain/item/states';
import type { Deed } from '../script';
import { nth } from '../setting';
import { hasEvidence } from './item-commands';
import type { SeenItem } from './sight';

type Step = (seen: SeenItem, deed: Deed) => CommandType | readonly CommandType[];

/** Whoever works may see in time that they will be late. */
const isInNeed = ({ state }: SeenItem, { pick }: Deed): boolean =>
  pick % 5 === 0 && state.deadline !== undefined && !pendingExtension(state);

const work: Step = (seen, deed) => {
  const { measures, status } = seen.state;
  if (isInNeed(seen, deed)) return 'request-extension';
  // Some do what is missing again, others ask for closure as if nothing had been said.
  if (status === 'returned' && deed.pick % 2 > 0)
    return nth(['complete-measure', 'withdraw-evidence', 'add-evidence', 'report-progress'], deed.who);
  if (measures.some(({ no }) => !hasEvidence(seen.state, no))) return 'add-evidence';
  if (measures.some(({ completed }) => !completed)) return 'complete-measure';
  if (deed.pick % 8 === 1) return seen.state.results ? 'correct-result' : 'record-result';
  return deed.pick % 8 === 0 ? 'add-evidence' : 'request-closure';
};

/** What the person whom an item waits for would do; of several, the first ones oftener. */
const STEPS: Record<Status, Step> = {
  assigned: () => 'acknowledge',
  'in-progress': work,
  returned: work,
  'leader-review': () => ['approve', 'approve', 'approve', 'approve', 'approve', 'return', 'ask'],
  acceptance: ({ state, context }) =>
    context.planned.kind === 'sustained' && state.sustaining === undefined
      ? ['accept-stage', 'accept-stage', 'accept-stage', 'return', 'ask']
      : ['accept', 'accept', 'accept', 'return', 'ask'],
  sustained: () => ['check-in', 'check-in', 'check-in', 'add-evidence'],
  closed: () => 'comment',
  archived: () => 'comment',
  withdrawn: () => 'comment',
};

export const whatToDo = (seen: SeenItem, deed: Deed): CommandType => {
  const step = STEPS[seen.state.status](seen, deed);
  return typeof step === 'string' ? step : nth(step, deed.who);
};
