import type { CivilDate } from '../../calendar/civil';
import type { ItemNumber, PersonId } from '../../../base/ids';
import type { LogEntry } from '../../item/log';
import type { PlannedItem, PlannedMeasure } from '../../plan/plan';
import type { RoundEvent } from '../event';
import type { ItemAmendment, MeasureChanges } from './amendment';

type Log = readonly LogEntry<RoundEvent>[];

/** What is named replaces what was there; null takes it away. */
const withFields = <T extends object>(before: T, set: object | undefined): T => {
  const after = { ...before, ...set } as Record<string, unknown>;
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)) as T;
};

/** Measures after their amendment, in the order of their numbers. What else is known of each stays. */
export const withMeasures = <M extends PlannedMeasure>(
  measures: readonly M[],
  { add = [], change = [], drop = [] }: MeasureChanges = {},
): (M | PlannedMeasure)[] => {
  const kept = measures
    .filter(({ no }) => !drop.some((one) => one.no === no))
    .map((measure) => withFields(measure, change.find(({ no }) => no === measure.no)?.set));
  return [...kept, ...add].sort((a, b) => a.no - b.no);
};

/** An item of the plan after its amendment. */
export const withAmendment = (
  planned: PlannedItem,
  { set, measures }: Pick<ItemAmendment, 'set' | 'measures'>,
): PlannedItem => ({ ...withFields(planned, set), measures: withMeasures(planned.measures, measures) });

/** The version of the plan: one as it was imported, and one more for each amendment. */
export const planVersion = (log: Log): number =>
  log.reduce((version, { event }) => (event.type === 'plan-amended' ? event.version : version), 1);

/** Whether an item has reported that it could not take what a version of the plan says of it. */
export const cameToNothing = (log: Log, item: ItemNumber, version: number): boolean =>
  log.some(
    ({ event }) => event.type === 'amendment-conflict' && event.item === item && event.version === version,
  );

/** Every amendment of an item that a log tells, with its version, in their order. */
export const amendmentsOf = (log: Log, item: ItemNumber): { version: number; change: ItemAmendment }[] =>
  log.flatMap(({ event }) => {
    const change = event.type === 'plan-amended' ? event.changes.find((one) => one.item === item) : undefined;
    return change && event.type === 'plan-amended' ? [{ version: event.version, change }] : [];
  });

/** The plan as it stands: as it was imported, with every amendment that its items have not refused. */
export const planStanding = (items: readonly PlannedItem[], log: Log): PlannedItem[] =>
  items.map((item) =>
    amendmentsOf(log, item.number)
      .filter(({ version }) => !cameToNothing(log, item.number, version))
      .reduce((planned, { change }) => withAmendment(planned, change), item),
  );

/** The date that amendments have set which a life was still to hear of: it had heard of version `heard`. */
export const unheardDeadline = (
  log: Log,
  { item, cycle, heard }: { item: ItemNumber; cycle: number; heard: number },
): CivilDate | undefined =>
  amendmentsOf(log, item)
    .filter(({ version, change }) => version > heard && change.cycle === cycle)
    .filter(({ version }) => !cameToNothing(log, item, version))
    .flatMap(({ change }) => change.set?.deadline ?? [])
    .at(-1);

/** The numbers that measures of an item have, or have had. */
export const numbersUsed = (item: PlannedItem, log: Log): number[] => [
  ...item.measures.map(({ no }) => no),
  ...amendmentsOf(log, item.number).flatMap(({ change }) => (change.measures?.add ?? []).map(({ no }) => no)),
];

/** Whom an amendment makes the owner of a measure. */
export const newOwners = (changes: readonly ItemAmendment[]): PersonId[] => [
  ...new Set(
    changes.flatMap(({ measures: { add = [], change = [] } = {} }) =>
      [...add, ...change.map(({ set }) => set)].flatMap(({ owner }) => owner ?? []),
    ),
  ),
];
