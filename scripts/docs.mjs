/** Prints the tables of the guide for users as the code has them (docs/tables.ts). */
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
const { withTables } = createRequire(import.meta.url)(tables);

const file = inRoot('docs', 'users.md');
const guide = await readFile(file, 'utf8');
const printed = withTables(guide);
if (printed !== guide) await writeFile(file, printed);
process.stdout.write(`docs/users.md ${printed === guide ? 'is as the code has it' : 'was printed anew'}\n`);
