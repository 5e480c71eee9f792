import type { SearchAttributePair } from '@temporalio/common';
import { deflated } from '../../base/deflated';
import { type ItemBirth, ItemLife } from '../../domain/item/life';
import { officeNumber } from '../../domain/plan/plan';
import { type ItemInput, itemWorkflowId } from '../messages';
import { attributesOf, isSet } from '../search-attributes';

/** How the workflow of an item is started, whoever starts it. */
export type ItemBeginning = {
  workflowId: string;
  args: [ItemInput];
  typedSearchAttributes: SearchAttributePair[];
  staticSummary: string;
  staticDetails: string;
  workflowIdReusePolicy: 'REJECT_DUPLICATE';
};

export const beginningOf = (birth: ItemBirth): ItemBeginning => {
  const { round, planned } = birth.context;
  const { number, problem, category } = planned;
  const view = new ItemLife(birth).view(birth.assignedAt);
  const again = birth.cycle === 1 ? '' : ` · 第 ${birth.cycle} 次`;
  return {
    args: [{ schemaVersion: 3, ...birth, context: deflated(birth.context) }],
    workflowId: itemWorkflowId(birth.item, birth.cycle),
    typedSearchAttributes: attributesOf(view).filter(isSet),
    staticSummary: `${officeNumber(number)} ${Array.from(problem).slice(0, 40).join('')}${again}`,
    staticDetails: `${round.title} · ${category}`,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  };
};
