import type { BuildOptions } from 'esbuild';

/** The packages that the verbs of every day load; they go into the program itself. */
export const EVERYDAY: readonly string[];

/** The package of what an import names: `@a/b` of `@a/b/c.js`. */
export const packageOf: (specifier: string) => string;

/** How esbuild makes one file of a program. `packages`: those that go into it; the others stay outside. */
export const programOptions: (program: {
  from: string;
  to: string;
  packages?: readonly string[];
}) => BuildOptions;
