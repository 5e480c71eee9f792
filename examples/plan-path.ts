import { join } from 'node:path';

/** A plan that comes with the program. This file lies in `examples/`, or in the bundle in `dist/` beside it. */
export const examplePlan = (name: 'round-2021' | 'starter'): string =>
  join(__dirname, '..', 'examples', name, 'plan.yaml');
