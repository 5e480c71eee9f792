import type { LogEntry } from '../../item/log';
import type { PlannedItem } from '../../plan/plan';
import type { RoundEvent } from '../event';
import { type Conflict, openConflicts } from './conflicts';
import { numbersUsed, planStanding, planVersion } from './planned';

/** The plan as it stands: what an amendment is made from. */
export type PlanVersion = {
  version: number;
  items: PlannedItem[];
  /** As they were imported. */
  imported: readonly PlannedItem[];
  /** What items could not take and nobody has decided yet. */
  conflicts: Conflict[];
};

export const planNow = (
  imported: readonly PlannedItem[],
  log: readonly LogEntry<RoundEvent>[],
): PlanVersion => ({
  version: planVersion(log),
  items: planStanding(imported, log),
  imported,
  conflicts: openConflicts(log),
});

/** The number that a measure gets which is added to an item: one after all that it has, or has had. */
export const nextNumber = (item: PlannedItem, log: readonly LogEntry<RoundEvent>[]): number =>
  Math.max(...numbersUsed(item, log)) + 1;
