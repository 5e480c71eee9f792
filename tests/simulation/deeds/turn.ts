import type { CommandType } from '../../../domain/item/command';
import type { ItemState } from '../../../domain/item/state';
import type { Status } from '../../../domain/item/status';
import type { Deed } from '../script';
import { nth } from '../setting';

type Step = (state: ItemState) => CommandType | readonly CommandType[];

const work: Step = ({ measures, evidence }) => {
  if (measures.some(({ no }) => !evidence.some(({ measure }) => measure === no))) return 'add-evidence';
  return measures.some(({ completed }) => !completed) ? 'complete-measure' : 'request-closure';
};

/** What the person whom an item waits for would do; of several, the first ones oftener. */
const STEPS: Record<Status, Step> = {
  assigned: () => 'acknowledge',
  'in-progress': work,
  returned: work,
  'leader-review': () => ['approve', 'approve', 'approve', 'approve', 'return', 'ask'],
  acceptance: (state) =>
    state.sustaining === undefined
      ? ['accept-stage', 'accept', 'accept', 'accept', 'return', 'ask']
      : ['accept', 'accept', 'return'],
  sustained: () => ['check-in', 'check-in', 'add-evidence'],
  closed: () => 'comment',
  archived: () => 'comment',
  withdrawn: () => 'comment',
};

export const whatToDo = (state: ItemState, { who }: Deed): CommandType => {
  const step = STEPS[state.status](state);
  return typeof step === 'string' ? step : nth(step, who);
};
