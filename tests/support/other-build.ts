import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRepository } from '../../testing/repository';

/**
 * Another build in a folder: today's worker with workflows that were changed as text.
 * @returns its worker's program
 */
export const otherBuild = async (folder: string, change: (code: string) => string): Promise<string> => {
  const dist = path.join(folder, 'dist');
  await mkdir(dist, { recursive: true });
  await symlink(inRepository('node_modules'), path.join(folder, 'node_modules'));
  await copyFile(inRepository('dist/worker.js'), path.join(dist, 'worker.js'));
  const code = await readFile(inRepository('dist/workflows.js'), 'utf8');
  const changed = change(code);
  if (changed === code) throw new Error('nothing was changed: it is the same build');
  await writeFile(path.join(dist, 'workflows.js'), changed);
  return path.join(dist, 'worker.js');
};
