import type { WorkflowHandle } from '@temporalio/client';
import type { ItemId } from '../../domain/ids';
import { REFUSAL_TYPES } from '../../domain/refusal';
import { itemWorkflowId } from '../../workflows/messages';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { STAGES, UNSIGNED, type Unwelcome } from '../support/refusals';
import { refusalTo, traceOf } from '../support/refused';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const begun = async (round: string, policy = {}) => {
  const { hands } = await world.begin(planOf({ round, deadline: '2021-06-30', policy }), at('2021-05-06'));
  const hand = hands();
  await poll('the item', () => world.rectify.item(hand.item));
  return { hand, workflow: world.env.client.workflow.getHandle(itemWorkflowId(hand.item, 1)) };
};

const expectRefusal = async (
  workflow: WorkflowHandle,
  item: ItemId,
  { what, type, submission }: Unwelcome,
): Promise<void> => {
  const before = await traceOf(workflow);
  const answer = await refusalTo(workflow, submission(item));
  expect({ what, ...answer }).toMatchObject({ what, type, nonRetryable: true, refusal: { type } });
  expect(answer.message).toMatch(/\p{Script=Han}/u);
  expect(await traceOf(workflow)).toEqual(before);
};

test('whatever an item must refuse comes back with its type and a sentence, and leaves no trace', async () => {
  const { hand, workflow } = await begun('refusals');
  for (const { refused, then } of STAGES) {
    for (const unwelcome of refused) await expectRefusal(workflow, hand.item, unwelcome);
    await then?.(hand);
  }
  const strict = await begun('strict', { identity: 'signed' });
  for (const unwelcome of UNSIGNED) await expectRefusal(strict.workflow, strict.hand.item, unwelcome);
  const seen = [...STAGES.flatMap(({ refused }) => refused), ...UNSIGNED].map(({ type }) => type);
  expect(new Set(seen)).toEqual(new Set(REFUSAL_TYPES));
});
