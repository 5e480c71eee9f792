/**
 * Prints the tables of the guide for users, in each language, as the code has them (docs/tables.ts), the page of what
 * the benches have found (docs/results.ts), and what certificates may ask of the server (docs/server-rights.ts): for
 * operators, and for nginx.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);

const load = async (name) => {
  const outfile = inRoot('dist', `docs-${name}.cjs`);
  await build({
    entryPoints: [inRoot('scripts', 'docs', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
};

const write = async (file, written, printed) => {
  if (printed !== written) await writeFile(file, printed);
  const name = path.relative(root, file);
  process.stdout.write(`${name} ${printed === written ? 'is as it must be' : 'was printed again'}\n`);
};

const { GUIDES, withTables } = await load('tables');
const { pageOf, RESULTS_PAGE, resultsIn } = await load('results');
const { MAP, nginxMap, PAGES, withServerRights } = await load('server-rights');

for (const [language, name] of Object.entries(GUIDES)) {
  const file = inRoot(...name.split('/'));
  const guide = await readFile(file, 'utf8');
  await write(file, guide, withTables(guide, language));
}

const page = inRoot('docs', RESULTS_PAGE);
await write(
  page,
  await readFile(page, 'utf8').catch(() => ''),
  pageOf(resultsIn(inRoot('bench', 'results'))),
);

for (const [language, name] of Object.entries(PAGES)) {
  const file = inRoot(...name.split('/'));
  const written = await readFile(file, 'utf8');
  await write(file, written, withServerRights(written, language));
}

const map = inRoot(...MAP.split('/'));
await write(map, await readFile(map, 'utf8').catch(() => ''), nginxMap());
