import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

const ITEMS = 300;
const HANDLERS = 15;
/** In MiB: a worker keeps some 220 workflows in it. */
const HEAP = 192;
/** In seconds, and in milliseconds for the whole test. */
const PATIENCE = 300;
const WHOLE = 400_000;

test(
  'a worker with a small heap takes more items than it can keep in memory, and lives',
  async () => {
    const worker = await world.startWorker({ NODE_OPTIONS: `--max-old-space-size=${HEAP}` });
    let lastWords: string | undefined;
    void worker.ended.then((words) => (lastWords = words));
    const round = 'heap';
    const plan = planOf({ round, items: ITEMS, handlers: HANDLERS, deadline: '2021-08-31' });
    await world.begin(plan, world.clockFrom(at('2021-06-09'), 1, round));
    const told = await poll(
      'a mail to the handler about each item',
      async () => {
        if (lastWords !== undefined) throw new Error(lastWords);
        const toHandlers = (await world.receipts(round)).filter(({ to }) => to.startsWith('handler-'));
        const items = new Set(
          toHandlers.flatMap(({ notices }) =>
            notices.flatMap((notice) => ('item' in notice ? [notice.item] : [])),
          ),
        );
        return items.size === ITEMS && items;
      },
      PATIENCE,
    );
    expect(lastWords).toBeUndefined();
    // Those that were evicted are replayed to answer.
    for (const item of [...told].slice(0, 20))
      expect((await world.rectify.item(item)).state.status).toBe('assigned');
  },
  WHOLE,
);
