import type * as engine from '@temporalio/workflow';
import { fromPayload, type Payload } from '../../base/deflated';
import { itemId, ItemNumber } from '../../base/ids';
import { birthsIn, type Births } from '../../domain/round/births';
import type { ItemBirth } from '../../domain/item/life';
import { aBirth, aContext, planned } from '../../testing/world';
import { startItems } from './errands';

const mockTold: string[] = [];
const mockTurn = (): Promise<void> => new Promise(setImmediate);

/** Starting takes one turn a batch, telling three; nobody waits for all to be started. */
jest.mock('@temporalio/workflow', (): object => ({
  ...jest.requireActual<typeof engine>('@temporalio/workflow'),
  condition: async (isSo: () => boolean, within?: string) => {
    while (within === undefined && !isSo()) await mockTurn();
    return isSo();
  },
  patched: () => true,
  proxyActivities: () => ({
    startItems: async () => {
      await mockTurn();
      return { taken: [] };
    },
    tellBirths: async (order: Payload<Births>) => {
      for (let turns = 0; turns < 3; turns += 1) await mockTurn();
      mockTold.push(...birthsIn(fromPayload(order)).map(({ item }) => item));
    },
  }),
  proxyLocalActivities: () => ({}),
  workflowInfo: () => ({ firstExecutionRunId: 'first' }),
}));

const births = Array.from({ length: 220 }, (_, index): ItemBirth => {
  const number = ItemNumber.parse(`1.${index + 1}`);
  return aBirth({ planned: planned({ number }) }, { item: itemId(aContext().round.id, number) });
});

test('items that are started while others are told of are told of next, each once', async () => {
  expect(await startItems(births, 3)).toEqual([]);
  expect(mockTold).toEqual(births.map(({ item }) => item));
});
