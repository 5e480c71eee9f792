import { extname } from 'node:path';
import type { AcceptedDoubt } from '../../../domain/plan/doubt';
import type { Plan } from '../../../domain/plan/plan';
import { instant } from '../../../domain/calendar/zone';
import { type KeysNeeded, type ReadingOptions, readPlan } from '../../../domain/plan/read';
import { textIn } from './content-file';
import { Trouble } from '../trouble/trouble';

const YAML = ['.yaml', '.yml'];

/** Whether a file is a plan by its name; other documents are read by `intake/`. */
export const isPlanFile = (path: string): boolean => YAML.includes(extname(path).toLowerCase());

/** A plan, and the doubts that were settled on the way. */
type Reading = { plan: Plan; accepted: AcceptedDoubt[] };

type Wanted = Pick<ReadingOptions, 'accept' | 'runs'> & { keys: KeysNeeded };

const readingOf = (text: string, path: string, { keys, ...options }: Wanted): Reading => {
  const reading = readPlan(text, keys, { ...options, now: instant(Date.now()) });
  if (reading.ok) return reading;
  throw new Trouble({ type: 'bad-plan', path, faults: reading.faults });
};

/**
 * The plan in a yaml file; `accept`: the numbers of items whose doubtful dates are taken as they stand.
 * @throws Trouble `bad-file`, `not-text`, `not-yaml`, `bad-plan` with every fault
 */
export const readingIn = async (path: string, wanted: Wanted): Promise<Reading> => {
  if (!isPlanFile(path)) throw new Trouble({ type: 'not-yaml', path });
  return readingOf(await textIn(path), path, wanted);
};

/** The plan in a text that was found at `path`. */
export const planOf = (text: string, path: string, keys: KeysNeeded = 'keys-needed'): Plan =>
  readingOf(text, path, { keys }).plan;
