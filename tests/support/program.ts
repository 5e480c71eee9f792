import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { scratchFolder } from '../../testing/store';

/** Bundles a program of this folder, which other users of the machine may run, too. @returns its path */
export const buildProgram = async (name: 'hand-in' | 'store-writer'): Promise<string> => {
  const folder = await scratchFolder();
  await chmod(folder, 0o755);
  const outfile = join(folder, `${name}.js`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
};
