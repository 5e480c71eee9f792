import { readFileSync } from 'node:fs';
import path from 'node:path';
import { examplePlan } from '../examples/plan-path';

/** The path of something in this repository, from its root. */
export const inRepository = (...parts: readonly string[]): string => path.join(__dirname, '..', ...parts);

/** A page of the documentation, by the name of its file in `docs/`. */
export const docText = (file: string): string => readFileSync(inRepository('docs', file), 'utf8');

/** The plan of an example, as its file has it. */
export const exampleText = (name: Parameters<typeof examplePlan>[0]): string =>
  readFileSync(examplePlan(name), 'utf8');
