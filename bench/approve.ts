import { setTimeout as sleep } from 'node:timers/promises';
import { itemId, RoundId } from '../base/ids';
import { at } from '../tests/support/instants';
import { Hands } from '../tests/support/commands';
import { untilStatus } from '../tests/support/life';
import { bindingToItem, Rectify } from '../client/api';
import type { ItemView } from '../domain/item/life';
import { inBatches, upTo } from './batches';
import { type Bench, type Figures, numberIn, type Setting } from './bench';
import { bareUpdate, PLAIN_QUEUE } from './plain/messages';
import { bare } from './plain/workflows';
import { KeyBox, numberOf, peopleOf, populationOf } from './population';
import { Stage } from './stage';
import { rounded, spread, timed } from './statistics';

/** In the office's hours. */
const START = at('2021-06-09');
const ROUND = 'approve';
const PEOPLE = 30;

/** A person reads before they decide again: what an approval causes has come about by then. */
const PAUSE_MS = 200;

/** Something to be measured: it is done once for each index. */
export type Deed = (index: number) => Promise<unknown>;

const msOf = async (work: () => Promise<unknown>): Promise<number> => (await timed(work))[1];

/** Deeds taken in turns, with a pause after each, so that both meet the same machine. */
export const oneByOne = async (count: number, deeds: readonly Deed[]): Promise<number[][]> => {
  const times = deeds.map((): number[] => []);
  for (const index of upTo(count))
    for (const [which, deed] of deeds.entries()) {
      times[which]?.push(await msOf(() => deed(index)));
      await sleep(PAUSE_MS);
    }
  return times;
};

/** So many side by side, each design in turns: the times of single ones, and how long each batch took. */
const sideBySide = async (batches: number, width: number, deeds: readonly Deed[]) => {
  const found = deeds.map(() => ({ single: [] as number[], whole: [] as number[] }));
  for (const batch of upTo(batches))
    for (const [which, deed] of deeds.entries()) {
      const single: number[] = [];
      const whole = await msOf(() =>
        Promise.all(
          upTo(width).map(async (index) => single.push(await msOf(() => deed(batch * width + index)))),
        ),
      );
      found[which]?.single.push(...single);
      found[which]?.whole.push(whole);
      await sleep(PAUSE_MS * 5);
    }
  return found;
};

/** What a leader decides on, as they were shown it. */
const sightOf = (view: ItemView) => ({ evidence: view.evidenceHash, ...bindingToItem(view) });

/** Brings every item of a signed round to where its leader decides; what comes back approves the item of an index. */
export const approvalsOf = async ({ world }: Stage, items: number): Promise<Deed> => {
  const keys = new KeyBox();
  const plan = populationOf({ round: ROUND, items, people: PEOPLE, deadline: '2021-08-31', keys });
  const opening = { keyOf: (person: string) => keys.of(person), second: 'head' };
  await world.begin(plan, world.clockFrom(START, 1, ROUND), opening);
  const client = new Rectify(world.client);
  const ids = upTo(items).map((index) => itemId(RoundId.parse(ROUND), numberOf(index)));
  const shown = new Map<number, ReturnType<typeof sightOf>>();
  const handsOn = (item: (typeof ids)[number], index: number) =>
    new Hands(client, world.storeUrl, item, peopleOf(index, PEOPLE).handler, keys.sign);
  await inBatches(ids, 20, async (item, index) => {
    await untilStatus(client, item, 'assigned');
    await handsOn(item, index).work();
    shown.set(index, sightOf(await client.item(item)));
  });
  return async (index) => {
    const [item, sight] = [ids[index], shown.get(index)];
    if (!item || !sight) throw new Error(`no item of index ${index}`);
    await handsOn(item, index).tell(peopleOf(index, PEOPLE).leader, 'approve', sight);
  };
};

/** Starts workflows that do nothing; what comes back sends one an Update. */
const bareWorkflows = async ({ world }: Stage, count: number): Promise<Deed> => {
  const idOf = (index: number) => `bare-${index + 1}`;
  await inBatches(upTo(count), 50, (index) =>
    world.client.workflow.start(bare, { workflowId: idOf(index), taskQueue: PLAIN_QUEUE }),
  );
  const deed: Deed = (index) =>
    world.client.workflow.getHandle(idOf(index)).executeUpdate(bareUpdate, { args: ['bare'] });
  return deed;
};

const figuresOf = (
  times: readonly number[],
  parallel: { single: number[]; whole: number[] },
  width: number,
): Figures => ({
  ...spread(times),
  parallel: {
    n: width,
    p50: spread(parallel.single).p50,
    perSecond: rounded((parallel.single.length * 1000) / parallel.whole.reduce((a, b) => a + b, 0)),
  },
});

const play = (setting: Setting) => async (stage: Stage) => {
  const [count, width, batches] = ['approvals', 'width', 'batches'].map((name) => numberIn(setting, name));
  if (count === undefined || width === undefined || batches === undefined) throw new Error('numbers');
  await Promise.all([stage.ours(), stage.plain()]);
  const all = count + width * batches;
  const approve = await approvalsOf(stage, all);
  const update = await bareWorkflows(stage, all);
  await sleep(5000);
  const [bareTimes = [], times = []] = await oneByOne(count, [update, approve]);
  const later =
    (deed: Deed): Deed =>
    (index) =>
      deed(count + index);
  const [bareBatches, batchesOfOurs] = await sideBySide(batches, width, [later(update), later(approve)]);
  if (!bareBatches || !batchesOfOurs) throw new Error('batches');
  return {
    ours: figuresOf(times, batchesOfOurs, width),
    plain: figuresOf(bareTimes, bareBatches, width),
  };
};

/** Approvals that are signed, beside Updates of a workflow that does nothing. */
export const approve: Bench = {
  about: 'how long a signed approval takes to be answered, beside a bare Update of an empty workflow (plain)',
  numbers: { approvals: 100, width: 20, batches: 5 },
  run: (setting) => Stage.with(setting, play(setting)),
};
