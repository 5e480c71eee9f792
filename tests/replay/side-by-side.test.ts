import { type Activations, activationsOf, SharedContext } from '../support/activations';
import { RECORDINGS, recording } from '../support/histories';
import { replaysQuietly } from '../support/quiet-runtime';

const all = new Map<string, Activations>();
let context: SharedContext;
replaysQuietly(() => context.destroy());
beforeAll(async () => {
  for (const name of RECORDINGS) {
    const { workflowId, events } = recording(name);
    all.set(name, await activationsOf({ events }, workflowId));
  }
  context = await SharedContext.create();
}, 600_000);

/** Numbers from 0 to 1 that are the same for the same seed (Numerical Recipes' generator). */
const chance = (seed: number) => {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
};

/** How often a workflow is evicted before it is told the next thing. */
const EVICTED = 0.05;

test('every history is of some length', () => {
  for (const [, { steps }] of all) expect(steps.length).toBeGreaterThan(3);
});

test.each([1, 2, 3])(
  'all histories replay side by side in one context, each twice, evicted at random (seed %i)',
  async (seed) => {
    const next = chance(seed);
    const lives = [...all].flatMap(([name, activations]) =>
      ['a', 'b'].map((copy) => context.life(activations, `${name}-${copy}-${seed}`)),
    );
    for (let open = lives; open.length > 0; open = open.filter(({ hasEnded }) => !hasEnded)) {
      const life = open[Math.floor(next() * open.length)];
      if (next() < EVICTED) await life?.evict();
      await life?.step();
    }
    for (const life of lives) await life.evict();
  },
  600_000,
);
