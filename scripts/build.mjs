/** Builds what runs: the CLI and the worker as one file each, and the workflows as the sandbox takes them. */
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { build } from 'esbuild';
import { bundleOptions } from './bundle/options.cjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);

const PROGRAMS = [
  { from: inRoot('client', 'cli', 'main.ts'), to: inRoot('dist', 'rectify.js') },
  { from: inRoot('worker', 'main.ts'), to: inRoot('dist', 'worker.js') },
];

const buildProgram = ({ from, to }) =>
  build({
    entryPoints: [from],
    outfile: to,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });

const buildWorkflows = async () => {
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({ ...bundleOptions(), logger });
  await writeFile(inRoot('dist', 'workflows.js'), code);
};

const linkedTo = async (link) => ((await lstat(link)).isSymbolicLink() ? readlink(link) : undefined);

/** npm links the commands of dependencies, but not the project's own: so `npx rectify` finds it at once. */
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
await Promise.all([
  ...PROGRAMS.filter(({ from }) => existsSync(from)).map(buildProgram),
  buildWorkflows(),
  linkCommand(),
]);
process.stdout.write(`built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
