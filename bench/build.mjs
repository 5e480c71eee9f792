/** Builds the benches: what runs them, and the plain design's worker and workflows. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);

const buildProgram = (from, to) =>
  build({
    entryPoints: [inRoot('bench', ...from)],
    outfile: inRoot('dist', to),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });

const buildWorkflows = async () => {
  const workflowsPath = inRoot('bench', 'plain', 'workflows.ts');
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    preloadModules: [workflowsPath],
    logger: new DefaultLogger('WARN'),
  });
  await writeFile(inRoot('dist', 'plain-workflows.js'), code);
};

await Promise.all([
  buildProgram(['run.ts'], 'bench.js'),
  buildProgram(['evidence-way.ts'], 'evidence-way.js'),
  buildProgram(['ledger', 'files-way.ts'], 'files-way.js'),
  buildProgram(['verify', 'verify-way.ts'], 'verify-way.js'),
  buildProgram(['plain', 'worker.ts'], 'plain-worker.js'),
  buildWorkflows(),
]);
