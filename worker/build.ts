import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { version } from '../package.json';

/** Which build runs: the version of the package, and a mark that differs where the code of the workflows does. */
export type Build = { version: string; build: string };

/** `bundle`: the file with the workflows. */
export const buildOf = (bundle: string): Build => ({
  version,
  build: createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 12),
});
