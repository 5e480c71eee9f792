import {
  condition,
  getExternalWorkflowHandle,
  log,
  ParentClosePolicy,
  proxyActivities,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import { packed } from '../../base/deflated';
import { itemId } from '../../base/ids';
import type { ItemBirth } from '../../domain/item/life';
import { inCommon } from '../../domain/round/births';
import type { RoundErrand } from '../../domain/round/errand';
import type { RoundPost } from '../../domain/ladder/notice';
import type { ItemNews, ItemStarts, LightActivities } from '../contract';
import { itemWorkflowId, type RoundInput, roundCommandSignal } from '../messages';
import { beginningOf } from '../rectification-item/beginning';
import { rectificationItem } from '../rectification-item/workflow';
import { takesPatch } from '../patches';
import { isSealed } from '../seals';
import { PATIENT } from '../time';

/** How many items are started, or told something, at once. */
const BATCH = 50;

type Version = RoundInput['schemaVersion'];

const batchesOf = <T>(all: readonly T[], size = BATCH): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, no) => all.slice(no * size, (no + 1) * size));

const inBatches = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (const batch of batchesOf(all)) await Promise.all(batch.map(work));
};

/** The items of a larger round do their first task once all have been started, one after the other at this pace. */
const AT_ONCE = 100;
const PACE = 50;

/** How long a start takes, and how long it takes at most with the first task of an item; all in ms of real time. */
const START_TIME = 10;
const BEGIN_TIME = 25;

/** Rounds whose history began with children go on with them. */
const startsChildren = (version: Version): boolean => version === 1 && !isSealed(version);

/**
 * Starts the items of an import by activities: a child would wake its round twice, and 2,000 of them fill its history. All of
 * them are there, with people and state, as soon as they are started; what they do first is spread over time, so that
 * nobody's decision waits for it. Then everybody is told, for 2,000 items of 300 people would post 6,000 times.
 * Resolves to those that could not be started, since something else has their names; they tell of themselves, later.
 */
export const startItems = async (births: readonly ItemBirth[], version: Version): Promise<ItemBirth[]> => {
  if (startsChildren(version)) {
    await inBatches(births, startAsChild);
    return [];
  }
  const areTold = takesPatch('births-told');
  const starts = births.map((birth, index) => ({ birth, delay: lagOf(index, births.length) }));
  const started: ItemBirth[] = [];
  const taken: ItemBirth[] = [];
  const startAll = async (): Promise<void> => {
    for (const batch of batchesOf(starts)) {
      const names = await start(batch, areTold ? { told: BIRTH } : {});
      taken.push(...names);
      started.push(...batch.map(({ birth }) => birth).filter((birth) => !names.includes(birth)));
    }
  };
  const left = (): number => births.length - taken.length - started.length;
  await Promise.all([startAll(), areTold && tellAsStarted(started, left)]);
  return taken;
};

/** So long everybody waits to hear of all items at once: one that cannot be started must not keep them from hearing of the others. */
const TOLD_WITHIN = '1 minute';

/** Tells of items once none is left to start, or of those that were after a while, and then of the others as they come. */
const tellAsStarted = async (started: readonly ItemBirth[], left: () => number): Promise<void> => {
  await condition(() => left() === 0, TOLD_WITHIN);
  for (let told = 0; ;) {
    await condition(() => started.length > told || left() === 0);
    const until = started.length;
    if (until === told) return;
    for (const batch of batchesOf(started.slice(told, until), TOLD_AT_ONCE)) await tellBirths(batch);
    told = until;
  }
};

/** Starts a later life of an item, which tells everybody by itself. */
const startOne = async (birth: ItemBirth, version: Version): Promise<ItemBirth[]> => {
  if (!startsChildren(version)) return start([{ birth, delay: 0 }], {});
  await startAsChild(birth);
  return [];
};

/** The entries in the log of an item that begins. */
const BIRTH = 1;

/** Of so many items everybody is told in one post: payloads stay far below the 2 MiB that Temporal takes. */
const TOLD_AT_ONCE = 500;

const tellBirths = async (births: readonly ItemBirth[]): Promise<void> => {
  const [first, ...others] = births;
  if (!first) return;
  const { tellBirths: activity } = proxyActivities<LightActivities>({
    startToCloseTimeout: '1 minute',
    retry: PATIENT,
    summary: `告知交办 · tell of items ${spanOf(births)}`,
  });
  await activity(packed(inCommon([first, ...others])));
};

/** Items by the numbers of the first and the last. */
const spanOf = (births: readonly ItemBirth[]): string => {
  const [first, last] = [births[0], births.at(-1)].map((one) => one?.context.planned.number ?? '');
  return first === last ? `${first}` : `${first}–${last}`;
};

/** How long after its start the `index`-th item of a round (from 0) does its first task. */
const lagOf = (index: number, items: number): number =>
  items <= AT_ONCE ? 0 : items * START_TIME + index * PACE;

/** How long it takes at most until so many items have begun: they are told of in one mail, after the last. */
export const timeToStart = (items: number, version: Version): number =>
  version === 1 ? items * BEGIN_TIME : Math.min(items, AT_ONCE) * BEGIN_TIME + lagOf(items, items);

/** Resolves to those whose names something else has. */
const start = async (starts: ItemStarts['starts'], told: Pick<ItemStarts, 'told'>): Promise<ItemBirth[]> => {
  const { startItems: activity } = proxyActivities<LightActivities>({
    startToCloseTimeout: '1 minute',
    retry: PATIENT,
    summary: `交办事项 · start items ${spanOf(starts.map(({ birth }) => birth))}`,
  });
  // The first run stays the same when the round continues as new, and when an operator resets it.
  const startedBy = workflowInfo().firstExecutionRunId;
  const order: ItemStarts = { startedBy, answersTaken: true, ...told, starts };
  const { taken } = (await activity(packed(order))) ?? { taken: [] };
  const births = starts.map(({ birth }) => birth);
  return births.filter(({ item, cycle }) => taken.includes(itemWorkflowId(item, cycle)));
};

const startAsChild = async (birth: ItemBirth): Promise<void> => {
  await startChild(rectificationItem, {
    ...beginningOf(birth),
    parentClosePolicy: ParentClosePolicy.ABANDON,
  });
};

type Passing = Extract<RoundErrand, { pass: unknown }>;

const workflowsOf = ({ to, round }: Passing): string[] =>
  to.map(({ number, cycle }) => itemWorkflowId(itemId(round, number), cycle));

const { passOn } = proxyActivities<LightActivities>({
  startToCloseTimeout: '1 minute',
  retry: PATIENT,
  summary: '向事项转达 · pass a command on to items',
});

/** As rounds of older versions do it. An item that has ended need not be told. */
const passOnUnsealed = (errand: Passing): Promise<void> =>
  inBatches(workflowsOf(errand), async (workflow) => {
    try {
      await getExternalWorkflowHandle(workflow).signal(roundCommandSignal, errand.pass);
    } catch (error) {
      log.warn('could not pass on a command: the item has ended', { workflow, error });
    }
  });

const { tell } = proxyActivities<LightActivities>({
  startToCloseTimeout: '20 seconds',
  retry: PATIENT,
  summary: '告知有关人员 · tell people',
});

const isOfPolicy = ({ rounds }: RoundPost): boolean =>
  rounds.some(({ fact }) => fact.kind === 'policy-changed');

/** Posts to people's mailboxes. Older versions told nobody, or nobody of a policy, which they do not on replay. */
export const tellOf = async (posts: RoundPost[]): Promise<void> => {
  const mark = posts.some(isOfPolicy) ? 'policy-told' : 'round-tells';
  if (posts.length > 0 && takesPatch(mark)) await tell(packed({ posts } satisfies ItemNews));
};

/** Does in the world what a command to the round has made necessary. Resolves to a life that could not be started. */
export const runErrand = async (errand: RoundErrand, version: Version): Promise<ItemBirth[]> => {
  if ('start' in errand) return startOne(errand.start, version);
  if ('tell' in errand) await tellOf(errand.tell);
  else if (!isSealed(version)) await passOnUnsealed(errand);
  else for (const to of batchesOf(workflowsOf(errand))) await passOn({ submission: errand.pass, to });
  return [];
};
