import { extname } from 'node:path';
import type { Plan } from '../../../domain/plan/plan';
import { type KeysNeeded, readPlan } from '../../../domain/plan/read';
import { textIn } from './content-file';
import { Trouble } from '../trouble/trouble';

const YAML = ['.yaml', '.yml'];

/** Whether a file is a plan by its name; other documents are read by `intake/`. */
export const isPlanFile = (path: string): boolean => YAML.includes(extname(path).toLowerCase());

/**
 * The plan in a yaml file.
 * @throws Trouble `bad-file`, `not-yaml`, `bad-plan` with every fault
 */
export const planIn = async (path: string, keys?: KeysNeeded): Promise<Plan> => {
  if (!isPlanFile(path)) throw new Trouble({ type: 'not-yaml', path });
  return planOf(await textIn(path), path, keys);
};

/** The plan in a text that was found at `path`. */
export const planOf = (text: string, path: string, keys: KeysNeeded = 'keys-needed'): Plan => {
  const reading = readPlan(text, keys);
  if (reading.ok) return reading.plan;
  throw new Trouble({ type: 'bad-plan', path, faults: reading.faults });
};
