import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A system that `rectify dev` keeps running on this machine. `since`: epoch milliseconds. */
export interface RunningHere {
  pid: number;
  since: number;
  temporal: string;
  namespace: string;
  ui: string;
  web: string;
  store: string;
  trust: string;
}

const fileIn = (folder: string): string => join(folder, 'running.json');

/** Leaves a note in the folder of the data, so that a second start knows what is there. */
export const noteRunning = (folder: string, running: RunningHere): Promise<void> =>
  writeFile(fileIn(folder), `${JSON.stringify(running)}\n`);

/** Takes it away again. */
export const forgetRunning = (folder: string): Promise<void> => rm(fileIn(folder), { force: true });

/** Signal 0 only asks whether the process is there. */
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** What runs with the data of a folder. A note that a process has left behind when it was killed is none. */
export const runningIn = async (folder: string): Promise<RunningHere | undefined> => {
  try {
    const running = JSON.parse(await readFile(fileIn(folder), 'utf8')) as RunningHere;
    return Number.isInteger(running.pid) && isAlive(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
};
