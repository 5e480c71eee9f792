import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { Bug } from './bug';
import type { Copy } from './copy';

/** A part of the tests, the quickest first. `limit`: seconds after which it is cut short. */
export type Stage = {
  name: string;
  projects: readonly string[];
  /** The tests that concern a bug, undefined where there are none; all of the projects where this is absent. */
  which?: (bug: Bug, root: string) => string[] | undefined;
  /** Folders whose tests an earlier stage has run. */
  skips?: (bug: Bug) => string[];
  isBuilt?: true;
  limit: number;
};

const folderOf = ({ file }: Bug): string => file.slice(0, file.lastIndexOf('/'));

const ownTest = ({ file }: Bug, root: string): string[] | undefined => {
  const test = file.replace(/\.ts$/, '.test.ts');
  return existsSync(join(root, test)) ? ['--runTestsByPath', test] : undefined;
};

export const STAGES: readonly Stage[] = [
  { name: 'own', projects: ['unit', 'store'], which: ownTest, limit: 240 },
  {
    name: 'beside',
    projects: ['unit', 'store'],
    which: (bug) => ['--testPathPatterns', `/${folderOf(bug)}/[^/]*$`],
    limit: 600,
  },
  {
    name: 'related',
    projects: ['unit', 'store'],
    which: ({ file }) => ['--findRelatedTests', file],
    skips: (bug) => [`${folderOf(bug)}/`],
    limit: 900,
  },
  { name: 'replay', projects: ['replay'], isBuilt: true, limit: 600 },
  { name: 'workflow', projects: ['workflow'], isBuilt: true, limit: 1800 },
  { name: 'docs', projects: ['docs'], isBuilt: true, limit: 600 },
  { name: 'integration', projects: ['integration'], isBuilt: true, limit: 3600 },
];

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** A test file that failed, from the root of the copy, and the first of its sentences that did not hold. */
export type Failure = { file: string; test: string };

/** `isCut`: it took too long, and was ended. */
export type Outcome = { failure?: Failure; isCut: boolean; seconds: number };

type Run = { args: readonly string[]; limit: number; file?: string; skipped?: readonly string[] };

/** Runs Jest in the copy, one test file after the other, up to the first that fails. */
const runJest = async ({ path }: Copy, { args, limit, file = '', skipped = [] }: Run): Promise<Outcome> => {
  const report = join(path, '.planted.json');
  await rm(report, { force: true });
  const own = [
    '--bail=1',
    '--maxWorkers=1',
    '--passWithNoTests',
    '--testSequencer',
    './tests/planted/nearest-first.cjs',
  ];
  const jest = ['node_modules/jest/bin/jest.js', ...own, '--json', `--outputFile=${report}`, ...args];
  const from = Date.now();
  const child = spawn('nice', ['-n', '19', process.execPath, ...jest], {
    cwd: path,
    env: { ...process.env, PLANTED_FILE: file, PLANTED_SKIPPED: JSON.stringify(skipped) },
    stdio: 'ignore',
    detached: true,
  });
  const tooLong = AbortSignal.timeout(limit * 1000);
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  tooLong.addEventListener('abort', end);
  await once(child, 'close');
  tooLong.removeEventListener('abort', end);
  const seconds = Math.round((Date.now() - from) / 1000);
  if (tooLong.aborted) return { isCut: true, seconds };
  return { isCut: false, seconds, ...failureIn(await readFile(report, 'utf8'), path) };
};

const failureIn = (report: string, root: string): { failure?: Failure } => {
  const { testResults } = Report.parse(JSON.parse(report));
  const failed = testResults.find(({ status }) => status === 'failed');
  if (!failed) return {};
  const test = failed.assertionResults.find(({ status }) => status === 'failed')?.fullName;
  return {
    failure: { file: relative(root, failed.name), test: test ?? failed.message.split('\n')[0] ?? '' },
  };
};

/** Runs a stage, but for the test files that are not steady. */
export const runStage = async (
  copy: Copy,
  stage: Stage,
  bug: Bug,
  unsteady: ReadonlySet<string>,
): Promise<Outcome> => {
  const which = stage.which ? stage.which(bug, copy.path) : [];
  if (!which) return { isCut: false, seconds: 0 };
  if (stage.isBuilt) await copy.build();
  const args = [...which, '--selectProjects', ...stage.projects];
  const skipped = [...unsteady, ...(stage.skips?.(bug) ?? [])];
  return runJest(copy, { args, limit: stage.limit, file: bug.file, skipped });
};

/** Which of some test files of a stage do not pass in the copy as it is, without any bug. */
export const failing = async (copy: Copy, stage: Stage, files: readonly string[]): Promise<string[]> => {
  if (stage.isBuilt) await copy.build();
  for (let left = files, failed: string[] = []; ;) {
    if (left.length === 0) return failed;
    const args = ['--runTestsByPath', ...left, '--selectProjects', ...stage.projects];
    const { failure, isCut } = await runJest(copy, { args, limit: stage.limit * left.length });
    if (isCut) return [...failed, ...left];
    if (!failure) return failed;
    failed = [...failed, failure.file];
    left = left.filter((file) => file !== failure.file);
  }
};
