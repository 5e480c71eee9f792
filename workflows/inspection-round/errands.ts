import { getExternalWorkflowHandle, log, ParentClosePolicy, startChild } from '@temporalio/workflow';
import { deflated } from '../../base/deflated';
import { itemId } from '../../base/ids';
import { type ItemBirth, ItemLife } from '../../domain/item/life';
import type { RoundErrand } from '../../domain/round/life';
import { officeNumber } from '../../domain/plan/plan';
import { roundCommandSignal, type ItemInput, itemWorkflowId } from '../messages';
import { rectificationItem } from '../rectification-item/workflow';
import { attributesOf, isSet } from '../search-attributes';

/** How many items are started, or told something, at once. */
const BATCH = 50;

const inBatches = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (let from = 0; from < all.length; from += BATCH)
    await Promise.all(all.slice(from, from + BATCH).map(work));
};

export const startItems = (births: readonly ItemBirth[]): Promise<void> => inBatches(births, startItem);

const startItem = async (birth: ItemBirth): Promise<void> => {
  const { round, planned } = birth.context;
  const { number, problem, category } = planned;
  const itemInput: ItemInput = { schemaVersion: 2, ...birth, context: deflated(birth.context) };
  const view = new ItemLife(birth).view(birth.assignedAt);
  const again = birth.cycle === 1 ? '' : ` · 第 ${birth.cycle} 次`;
  await startChild(rectificationItem, {
    args: [itemInput],
    workflowId: itemWorkflowId(birth.item, birth.cycle),
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    parentClosePolicy: ParentClosePolicy.ABANDON,
    typedSearchAttributes: attributesOf(view).filter(isSet),
    staticSummary: `${officeNumber(number)} ${Array.from(problem).slice(0, 40).join('')}${again}`,
    staticDetails: `${round.title} · ${category}`,
  });
};

type Passing = Extract<RoundErrand, { pass: unknown }>;

/** An item that has ended meanwhile need not be told. */
const passOn = ({ pass, to, round }: Passing): Promise<void> =>
  inBatches(to, async ({ number, cycle }) => {
    const workflow = itemWorkflowId(itemId(round, number), cycle);
    try {
      await getExternalWorkflowHandle(workflow).signal(roundCommandSignal, pass);
    } catch (error) {
      log.warn('could not pass on a command: the item has ended', { workflow, error });
    }
  });

/** Does in the world what a command to the round has made necessary. */
export const runErrand = (errand: RoundErrand): Promise<void> =>
  'start' in errand ? startItem(errand.start) : passOn(errand);
