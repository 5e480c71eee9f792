import { randomUUID } from 'node:crypto';
import { type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { REFUSAL_TYPES } from '../../domain/refusal';
import { commandUpdate, itemWorkflowId, type Submission, viewQuery } from '../../workflows/messages';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { STAGES } from '../support/refusals';
import { at } from '../support/instants';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

/** The type and data of the refusal with which an item answers. */
const refusalTo = async (workflow: WorkflowHandle, submission: unknown) => {
  const answer: unknown = await workflow
    .executeUpdate(commandUpdate, { args: [submission as Submission], updateId: randomUUID() })
    .catch((error: unknown) => error);
  if (!(answer instanceof WorkflowUpdateFailedError))
    throw new Error('it was not refused', { cause: answer });
  if (!(answer.cause instanceof ApplicationFailure)) throw new Error('not by us', { cause: answer.cause });
  const { type, message, details, nonRetryable } = answer.cause;
  return { type, message, nonRetryable, refusal: details?.[0] };
};

const traceOf = async (workflow: WorkflowHandle) => {
  const { log, state } = await workflow.query(viewQuery);
  return { log, state };
};

test('whatever an item must refuse comes back with its type and a sentence, and leaves no trace', async () => {
  const { hands } = await world.begin(
    planOf({ round: 'refusals', deadline: '2021-06-30' }),
    at('2021-05-06'),
  );
  const hand = hands();
  await poll('the item', () => world.rectify.item(hand.item));
  const workflow = world.env.client.workflow.getHandle(itemWorkflowId(hand.item, 1));
  for (const { refused, then } of STAGES) {
    for (const { what, type, submission } of refused) {
      const before = await traceOf(workflow);
      const answer = await refusalTo(workflow, submission(hand.item));
      expect({ what, ...answer }).toMatchObject({ what, type, nonRetryable: true, refusal: { type } });
      expect(answer.message).toMatch(/\p{Script=Han}/u);
      expect(await traceOf(workflow)).toEqual(before);
    }
    await then?.(hand);
  }
  const seen = STAGES.flatMap(({ refused }) => refused.map(({ type }) => type));
  expect(new Set(seen)).toEqual(new Set(REFUSAL_TYPES));
});
