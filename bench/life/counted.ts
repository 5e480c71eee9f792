import path from 'node:path';
import type { History } from '@temporalio/common/lib/proto-utils';
import { findTestServer } from '../../client/local/find-server';
import { reportOn } from '../../client/local/progress';
import { costOf } from '../../testing/history-cost';
import { BUNDLE_PATH } from '../../tests/support/bundle';
import { ordinaryItem } from '../../tests/support/ordinary-item';
import { VirtualWorld } from '../../tests/support/virtual-world';
import type { Figures } from '../bench';

/** What a history holds, as figures. */
export const countedIn = (history: History) => {
  const { actions, bytes, workflowTasks, events } = costOf(history);
  return { actions, historyBytes: bytes, workflowTasks, events };
};

/** The history of one item, in a world of its own on the time-skipping server. */
const countedOfOne = async (isSigned: boolean): Promise<Figures> => {
  const world = await VirtualWorld.create();
  try {
    return countedIn(await ordinaryItem(world, isSigned ? 'life-signed' : 'life-claimed', isSigned));
  } finally {
    await world.close();
  }
};

/** What the history of one item holds, from its assignment to its archive, with commands claimed and signed. */
export const counted = async (): Promise<Figures> => {
  process.env.TEMPORAL_TEST_SERVER_PATH = await findTestServer(reportOn(process.stderr));
  process.env[BUNDLE_PATH] = path.join(__dirname, 'workflows.js');
  return { ...(await countedOfOne(false)), signed: await countedOfOne(true) };
};
