import path from 'node:path';
import { findTestServer } from '../client/local/find-server';
import { reportOn } from '../client/local/progress';
import { costOf } from '../testing/history-cost';
import { BUNDLE_PATH } from '../tests/support/bundle';
import { ordinaryItem } from '../tests/support/ordinary-item';
import { VirtualWorld } from '../tests/support/virtual-world';
import type { Bench, Figures } from './bench';

const WAYS = [
  ['claimed', false],
  ['signed', true],
] as const;

/** The cost of one item, in a world of its own on the time-skipping server. */
const costOfOne = async (name: string, isSigned: boolean): Promise<Figures> => {
  const world = await VirtualWorld.create();
  try {
    const cost = costOf(await ordinaryItem(world, `life-${name}`, isSigned));
    return Object.fromEntries(Object.entries(cost).map(([what, figure]) => [`${name}, ${what}`, figure]));
  } finally {
    await world.close();
  }
};

/** What the history of one item holds, from its assignment to its archive. */
export const life: Bench = {
  about: 'actions, octets of history and workflow tasks of an ordinary item of 60 days and nine commands',
  usage: '',
  run: async () => {
    process.env.TEMPORAL_TEST_SERVER_PATH = await findTestServer(reportOn(process.stderr));
    process.env[BUNDLE_PATH] = path.join(__dirname, 'workflows.js');
    const figures: Figures = {};
    for (const [name, isSigned] of WAYS) Object.assign(figures, await costOfOne(name, isSigned));
    return figures;
  },
};
