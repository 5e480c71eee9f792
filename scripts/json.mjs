/** Prints the schemas of what `--json` prints, and their index, as the code has them (docs/json). */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);

const program = inRoot('dist', 'json-files.cjs');
await build({
  entryPoints: [inRoot('scripts', 'json', 'files.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
});
const { filesOf } = createRequire(import.meta.url)(program);

const folder = inRoot('docs', 'json');
await mkdir(folder, { recursive: true });
const files = filesOf(root);
const changed = (await readdir(folder)).filter((name) => !files.has(name));
for (const name of changed) await rm(path.join(folder, name));
for (const [name, text] of files) {
  const file = path.join(folder, name);
  const options = { ...(await resolveConfig(file)), filepath: file };
  const laid = name.endsWith('.md') ? text : await format(text, options);
  if (laid === (await readFile(file, 'utf8').catch(() => undefined))) continue;
  await writeFile(file, laid);
  changed.push(name);
}
process.stdout.write(
  changed.length === 0 ? 'docs/json is as the code has it\n' : `docs/json: ${changed.sort().join(' ')}\n`,
);
