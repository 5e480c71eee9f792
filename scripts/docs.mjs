/** Prints the tables of the guide for users, in each language, as the code has them (docs/tables.ts). */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);

const tables = inRoot('dist', 'docs-tables.cjs');
await build({
  entryPoints: [inRoot('scripts', 'docs', 'tables.ts')],
  outfile: tables,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
});
const { GUIDES, withTables } = createRequire(import.meta.url)(tables);

for (const [language, name] of Object.entries(GUIDES)) {
  const file = inRoot(...name.split('/'));
  const guide = await readFile(file, 'utf8');
  const printed = withTables(guide, language);
  if (printed !== guide) await writeFile(file, printed);
  process.stdout.write(`${name} ${printed === guide ? 'is as the code has it' : 'was printed again'}\n`);
}
