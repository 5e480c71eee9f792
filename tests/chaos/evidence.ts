import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Gathered } from './gathered';
import type { Stage } from './stage';

/**
 * Keeps what a violation is to be explained from: all that was gathered, the history of every round and item, and the store.
 * @returns the folder
 */
export const keepEvidence = async (stage: Stage, gathered: Gathered): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rectify-chaos-evidence-'));
  await writeFile(path.join(folder, 'gathered.json'), JSON.stringify(gathered));
  await cp(fileURLToPath(stage.storeUrl), path.join(folder, 'store'), { recursive: true });
  const histories = path.join(folder, 'histories');
  await mkdir(histories);
  const workflows = gathered.rounds.flatMap(({ workflow, lives }) => [
    workflow,
    ...lives.map((life) => life.workflow),
  ]);
  for (const workflow of workflows) {
    const history = await stage.client.workflow.getHandle(workflow).fetchHistory();
    const file = path.join(histories, `${workflow.replaceAll('/', '_')}.json`);
    await writeFile(file, JSON.stringify(historyToJSON(history)));
  }
  return folder;
};
