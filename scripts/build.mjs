/** Builds what runs: the CLI and the worker as one file each, and the workflows as the sandbox takes them. */
import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { build } from 'esbuild';
import { bundleOptions } from './bundle/options.cjs';
import { EVERYDAY, programOptions } from './bundle/program.cjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);

const buildProgram = (program) => build({ ...programOptions(program), absWorkingDir: root });

const CLI = inRoot('dist', 'rectify.js');

/** The others load what these do, and more that is compiled when they are called: all of it would cost each start. */
const COMPILED_VERBS = ['list', 'show', 'inbox', 'approve'];

/** The code that V8 makes of the CLI is of one text: it goes before that does. */
const buildCli = async () => {
  await rm(inRoot('dist', 'rectify.code'), { force: true });
  await buildProgram({ from: inRoot('client', 'cli', 'main.ts'), to: CLI, packages: EVERYDAY });
  const compile = inRoot('scripts', 'bundle', 'compile.cjs');
  await promisify(execFile)(process.execPath, [compile, CLI, ...COMPILED_VERBS]);
};

const buildWorker = () =>
  Promise.all([
    buildProgram({ from: inRoot('worker', 'main.ts'), to: inRoot('dist', 'worker.js') }),
    buildProgram({
      from: inRoot('worker', 'failure-converter.ts'),
      to: inRoot('dist', 'failure-converter.js'),
    }),
  ]);

/** It runs where the worker does, as `npm run replay:live`. */
const buildReplay = () =>
  buildProgram({ from: inRoot('worker', 'replay', 'main.ts'), to: inRoot('dist', 'replay-live.js') });

const buildWorkflows = async () => {
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({ ...bundleOptions(), logger });
  await writeFile(inRoot('dist', 'workflows.js'), code);
};

const linkedTo = async (link) => ((await lstat(link)).isSymbolicLink() ? readlink(link) : undefined);

/** npm links the commands of dependencies, but not the project's own: so npm's scripts find it at once. */
const linkCommand = async () => {
  const link = inRoot('node_modules', '.bin', 'rectify');
  const target = path.join('..', '..', 'bin', 'rectify.js');
  await chmod(inRoot('bin', 'rectify.js'), 0o755);
  if ((await linkedTo(link).catch(() => undefined)) === target) return;
  await mkdir(path.dirname(link), { recursive: true });
  await rm(link, { force: true });
  await symlink(target, link);
};

const started = Date.now();
await mkdir(inRoot('dist'), { recursive: true });
await Promise.all([buildCli(), buildWorker(), buildReplay(), buildWorkflows(), linkCommand()]);
process.stdout.write(`built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
