import path from 'node:path';
import { findTestServer } from '../client/local/find-server';
import { reportOn } from '../client/local/progress';
import { costOf } from '../testing/history-cost';
import { BUNDLE_PATH } from '../tests/support/bundle';
import { ordinaryItem } from '../tests/support/ordinary-item';
import { VirtualWorld } from '../tests/support/virtual-world';
import type { Bench, Figures } from './bench';

/** The cost of one item, in a world of its own on the time-skipping server. */
const costOfOne = async (isSigned: boolean): Promise<Figures> => {
  const world = await VirtualWorld.create();
  try {
    const history = await ordinaryItem(world, isSigned ? 'life-signed' : 'life-claimed', isSigned);
    const { actions, bytes, workflowTasks, events } = costOf(history);
    return { actions, historyBytes: bytes, workflowTasks, events };
  } finally {
    await world.close();
  }
};

/** What the history of one item holds, from its assignment to its archive. */
export const life: Bench = {
  about: 'actions, octets of history and workflow tasks of an ordinary item of 60 days and nine commands',
  numbers: {},
  run: async () => {
    process.env.TEMPORAL_TEST_SERVER_PATH = await findTestServer(reportOn(process.stderr));
    process.env[BUNDLE_PATH] = path.join(__dirname, 'workflows.js');
    return { ours: { ...(await costOfOne(false)), signed: await costOfOne(true) } };
  },
};
