import { join } from 'node:path';

/** A plan that comes with the program. The folder of this file is `client/`, or in the bundle `dist/`. */
export const examplePlan = (name: 'round-2021' | 'starter'): string =>
  join(__dirname, '..', 'examples', name, 'plan.yaml');
