import { extname } from 'node:path';
import { type Calendar, isProvisional } from '../../../domain/calendar/calendar';
import { addDays, type CivilDate, yearOf } from '../../../domain/calendar/civil';
import { snapshotCalendar } from '../../../domain/calendar/snapshot';
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

/** Every date on which something of a plan is due, in order, each once. */
export const datesOf = ({ items, concentratedUntil }: Plan): CivilDate[] => {
  const dates = items.flatMap(({ deadline, measures }) => [
    deadline,
    ...measures.map((measure) => measure.deadline),
  ]);
  return [...new Set([...dates, concentratedUntil].filter((date) => date !== undefined))].sort();
};

/** Reviews, returns and the ladder go on after the last deadline: so many days are held beyond it. */
const BEYOND = 2 * 366;

/** The last day for which a round whose last date is given needs to know the working days. */
export const heldUntil = (last: CivilDate): CivilDate => addDays(last, BEYOND);

/** The working days that a round needs: from the year of its feedback to two years past its last date. */
export const calendarFor = (plan: Plan): Calendar =>
  snapshotCalendar({ from: plan.feedback, to: heldUntil(datesOf(plan).at(-1) ?? plan.feedback) });

/** The years of deadlines for which no holidays have been published. */
export const provisionalYears = (plan: Plan, calendar: Calendar): number[] => [
  ...new Set(
    datesOf(plan)
      .filter((date) => isProvisional(calendar, date))
      .map(yearOf),
  ),
];
