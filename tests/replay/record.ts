import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils';
import { RealWorld } from '../support/real-world';
import { SCENES } from './scenes';
import type { Staged } from './scenes/scene';

/**
 * Records the histories of a scene, which the replay tests replay, as `<scene>-<what>.json`, and with the number of the
 * run where there are several; those without a scene are of the earliest code. They show what code in use has done, and are never recorded again: new code takes
 * the older path where `patched()` says so, and what only new code does is a scene of its own.
 */
const FOLDER = path.join(process.cwd(), 'tests/replay/histories');

/** The histories of all runs of a workflow, the first one first. */
const runsOf = async (world: RealWorld, workflowId: string, last?: string): Promise<History[]> => {
  const history = await world.client.workflow.getHandle(workflowId, last).fetchHistory();
  const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  return [...(before === '' ? [] : await runsOf(world, workflowId, before)), history];
};

const recordAll = async (world: RealWorld, name: string, workflowId: string): Promise<void> => {
  const runs = await runsOf(world, workflowId);
  for (const [index, history] of runs.entries())
    await record(runs.length === 1 ? name : `${name}-${index + 1}`, workflowId, history);
};

const record = async (name: string, workflowId: string, history: History): Promise<void> => {
  // Process, machine and folder of the recording are left out.
  const recorder = new RegExp(`\\d+@${hostname()}`, 'g');
  const told = historyToJSON(history).replace(recorder, 'recorder').replaceAll(process.cwd(), '.');
  const plain = JSON.parse(told) as object;
  const text = JSON.stringify({ workflowId, ...plain }, null, 2);
  await writeFile(path.join(FOLDER, `${name}.json`), `${text}\n`, { flag: 'wx' });
  process.stdout.write(`${name}: ${history.events?.length ?? 0} events, ${text.length} characters\n`);
};

const play = async (name: string, { play, settings }: Staged): Promise<void> => {
  const world = await RealWorld.create({ settings });
  try {
    await world.startWorker();
    const played = Object.entries(await play(world));
    for (const [what, workflowId] of played) await recordAll(world, `${name}-${what}`, workflowId);
  } finally {
    await world.close();
  }
};

const refuseAgain = async (name: string): Promise<void> => {
  const there = (await readdir(FOLDER)).filter((file) => file.startsWith(`${name}-`));
  if (there.length > 0) throw new Error(`${name} was recorded: ${there.join(', ')}. Write a new scene.`);
};

const main = async ([name = '']: readonly string[]): Promise<void> => {
  const scene = SCENES[name];
  if (!scene) throw new RangeError(`npm run record -- SCENE, one of: ${Object.keys(SCENES).join(', ')}`);
  await mkdir(FOLDER, { recursive: true });
  await refuseAgain(name);
  await play(name, scene);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
