import { readFile } from 'node:fs/promises';

/** Where `bundle-once.ts` has put the workflow code for the suites of this run. */
export const BUNDLE_PATH = 'RECTIFY_TEST_BUNDLE';

/** The workflow code as a worker takes it, bundled once a run. */
export const workflowBundle = async (): Promise<{ code: string }> => {
  const path = process.env[BUNDLE_PATH];
  if (path === undefined) throw new Error('the workflows were not bundled; see tests/support/bundle-once.ts');
  return { code: await readFile(path, 'utf8') };
};
