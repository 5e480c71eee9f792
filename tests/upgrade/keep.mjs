/**
 * Keeps an old build for the tests beside: `node tests/upgrade/keep.mjs COMMIT` builds a commit with the packages of today, and
 * leaves its worker, its workflows and its client in `builds/COMMIT`, compressed (brotli). Names stay: a workflow is started by that of
 * its function.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, transformSync } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..', '..');
const [commit] = process.argv.slice(2);
if (!/^[0-9a-f]{7}$/.test(commit ?? '')) throw new RangeError('keep.mjs COMMIT, in seven digits');

/** What a test needs of the client of that time: it starts rounds and gives commands. */
const clientOf = (folder) => `
  export { Rectify } from './client/api';
  export { calendar2021, planOf } from './tests/support/plans';
  export { Hands } from './tests/support/${existsSync(path.join(folder, 'tests/support/hand.ts')) ? 'hand' : 'commands'}';
`;

/** A worker takes no workflows without a source map, be it empty. */
const MAP = Buffer.from(JSON.stringify({ version: 3, sources: [], names: [], mappings: '' }));
const NO_NAMES = `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${MAP.toString('base64')}`;

const folder = mkdtempSync(path.join(tmpdir(), 'rectify-build-'));
try {
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1024 ** 3 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder, stdio: 'inherit' });
  await build({
    stdin: { contents: clientOf(folder), resolveDir: folder, loader: 'ts' },
    outfile: path.join(folder, 'dist', 'client.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
  });
  const kept = path.join(here, 'builds', commit);
  mkdirSync(kept, { recursive: true });
  for (const name of ['worker.js', 'workflows.js', 'client.js']) {
    const [code] = readFileSync(path.join(folder, 'dist', name), 'utf8').split('\n//# sourceMappingURL=');
    const small = transformSync(code, {
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: 'inline',
    }).code;
    writeFileSync(path.join(kept, `${name}.br`), brotliCompressSync(`${small}\n${NO_NAMES}`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
