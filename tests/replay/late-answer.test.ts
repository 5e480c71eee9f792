import { LATE_ANSWER } from '../../workflows/interceptors';
import { activationsOf, SharedContext } from '../support/activations';
import { recording } from '../support/histories';
import { replaysQuietly } from '../support/quiet-runtime';

let context: SharedContext;
replaysQuietly(() => context.destroy());
beforeAll(async () => {
  context = await SharedContext.create();
});

test.each(['amended-round.json', 'bound-item.json'])(
  '%s refuses a task in which the answer of a local activity comes late, and then does it as its history says',
  async (name) => {
    const { workflowId, events } = recording(name);
    const life = context.life(await activationsOf({ events }, workflowId), name);
    const refusals: unknown[] = [];
    while (!life.hasEnded) {
      if (life.canBeToldLate) {
        refusals.push(await life.tellLate());
        await life.evict();
      }
      await life.step();
    }
    await life.evict();
    expect(new Set(refusals)).toEqual(new Set([LATE_ANSWER]));
  },
);
