import { setTimeout as sleep } from 'node:timers/promises';
import { approvalsOf, type Deed, oneByOne } from './approve';
import { type Bench, type Figures, numberIn, type Setting } from './bench';
import { calendar2021 } from '../tests/support/plans';
import { at } from '../tests/support/instants';
import { populationOf } from './population';
import { Stage } from './stage';
import { spread } from './statistics';
import { ours as stormOfOurs } from './storm/ours';

const STORM = { items: 1000, people: 300, told: 2, leadMs: 90_000 };
/** How long before the slot of the storm the approvals begin. */
const AHEAD_MS = 500;
const IMPORT = { round: 'flood', items: 2000, people: 300, deadline: '2021-08-31' };
const EVENING = at('2021-06-09', '18:00');

/** So many approvals, one after the other, from an index on. */
const approvals = async (approve: Deed, count: number, from: number): Promise<Figures> => {
  const [times = []] = await oneByOne(count, [(index) => approve(from + index)]);
  return spread(times);
};

const play = (setting: Setting) => async (stage: Stage) => {
  const count = numberIn(setting, 'approvals');
  await stage.ours();
  const approve = await approvalsOf(stage, 3 * count);
  await sleep(5000);
  const quiet = await approvals(approve, count, 0);

  const slot = Date.now() + STORM.leadMs;
  await stormOfOurs.begin(stage, STORM, slot);
  await sleep(slot - AHEAD_MS - Date.now());
  const storm = await approvals(approve, count, count);
  await sleep(10_000);

  const { world } = stage;
  const clock = world.clockFrom(EVENING, 1, IMPORT.round);
  await world.rectify.importPlan(populationOf(IMPORT), calendar2021, clock);
  const flood = await approvals(approve, count, 2 * count);
  return { ours: { quiet, storm, import: flood } };
};

/** Whether a decision has to wait while everybody's mail goes out, or while a large round is started. */
export const busy: Bench = {
  about: 'how long a signed approval takes while 1,000 items are due at once, and while 2,000 are imported',
  numbers: { approvals: 40 },
  run: (setting) => Stage.with(setting, play(setting)),
};
