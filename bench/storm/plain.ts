import { inBatches, upTo } from '../batches';
import { PLAIN_QUEUE, type PlainInput, plainQuery } from '../plain/messages';
import { plainItem } from '../plain/workflows';
import { peopleOf } from '../population';
import { type Design, ROUND, type StormSize } from './storm';

const idOf = (index: number): string => `${ROUND}-1.${index + 1}`;

const inputOf = (index: number, { people, told }: StormSize, slot: number): PlainInput => ({
  id: idOf(index),
  title: `演练轮次 ${ROUND}`,
  problem: `第 ${index + 1} 个问题：固定资产未按规定登记入账，个别专项资金使用审批手续不全`,
  people: peopleOf(index, people),
  reminders: [{ at: slot, text: '整改时限将至', to: told === 1 ? ['handler'] : ['handler', 'leader'] }],
});

export const plain: Design = {
  start: (stage) => stage.plain(),

  begin: async ({ world }, size, slot) => {
    await inBatches(upTo(size.items), 50, (index) =>
      world.client.workflow.start(plainItem, {
        workflowId: idOf(index),
        taskQueue: PLAIN_QUEUE,
        args: [inputOf(index, size, slot)],
      }),
    );
  },

  waiting: async ({ world }, size) => {
    let count = 0;
    await inBatches(upTo(size.items), 50, async (index) => {
      const { status } = await world.client.workflow.getHandle(idOf(index)).query(plainQuery);
      if (status === 'assigned') count += size.told;
    });
    return count;
  },

  told: ({ sink }) => Promise.resolve(sink.arrivals.map(({ messageId }) => messageId)),
};
