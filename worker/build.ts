import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkerDeploymentOptions } from '@temporalio/worker';
import { version } from '../package.json';
import type { Configuration } from './configuration';

/** What a worker runs: its own program, and the workflows as the sandbox takes them. */
const PARTS = ['worker.js', 'workflows.js'] as const;

/** Where the code came from, at the end of a file that was built: another folder would make another build of it. */
const SOURCE_MAP = '\n//# sourceMappingURL=';

const withoutSourceMap = (code: string): string => {
  const end = code.lastIndexOf(SOURCE_MAP);
  return end === -1 ? code : code.slice(0, end);
};

/** So much of a SHA-256 in hex tells builds apart that one installation ever sees. */
const LENGTH = 12;

/** The name of a build, e.g. `0.1.0-1f3870be274f`: its release, and the beginning of the SHA-256 of its code. */
export const buildIdOf = (parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const code of parts) hash.update(withoutSourceMap(code)).update('\0');
  return `${version}-${hash.digest('hex').slice(0, LENGTH)}`;
};

/** The build in a folder such as `dist`. */
export const buildIn = async (folder: string): Promise<string> =>
  buildIdOf(await Promise.all(PARTS.map((name) => readFile(path.join(folder, name), 'utf8'))));

/**
 * As which version of which deployment a worker asks for tasks. With versioning the server gives it none until this build is
 * the current or the ramping one; without, it still says which build it is. What is open always goes on with the current
 * build (docs/decisions.md).
 */
export const deploymentOf = (
  buildId: string,
  { TASK_QUEUE, WORKER_VERSIONING }: Pick<Configuration, 'TASK_QUEUE' | 'WORKER_VERSIONING'>,
): WorkerDeploymentOptions => {
  const version = { deploymentName: TASK_QUEUE, buildId };
  return WORKER_VERSIONING === 'yes'
    ? { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' }
    : { version, useWorkerVersioning: false };
};

/** Which build runs, for logs and metrics: the release, and the name of the build. */
export type Build = { version: string; build: string };

export const buildOf = (buildId: string): Build => ({ version, build: buildId });
