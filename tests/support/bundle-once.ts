import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { bundleOptions } from '../../scripts/bundle/options.cjs';
import { BUNDLE_PATH } from './bundle';

/** Bundles the workflows before any suite runs them, once for all projects of a run. */
export default async function bundleOnce(): Promise<void> {
  if (process.env[BUNDLE_PATH] !== undefined) return;
  const { code } = await bundleWorkflowCode({ ...bundleOptions(), logger: new DefaultLogger('ERROR') });
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'rectify-bundle-')), 'workflows.js');
  await writeFile(file, code);
  process.env[BUNDLE_PATH] = file;
}
