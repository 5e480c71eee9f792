import { canonical } from '../../../base/hash';
import type { ItemNumber } from '../../../base/ids';
import { SIDES } from '../../item/side';
import type { PlannedItem, PlannedMeasure } from '../../plan/plan';
import type { ItemAmendment, ItemFields, MeasureChanges, MeasureFields } from './amendment';

/*
 * What somebody has changed in a file of the plan, as one amendment. A file numbers measures by their place, the plan for good: they are
 * found again by what they say.
 */

/** What no amendment can bring: an item less, other people, a deadline that is gone. */
export type Unamendable = { item: ItemNumber; what: 'missing' | 'people' | 'deadline-gone' };

type PlanDifference = { changes: ItemAmendment[]; added: PlannedItem[]; unamendable: Unamendable[] };

/** An item as the plan has it, its life, the number that a measure would get that is added, and whether nothing more is done for it. */
export type StandingItem = { planned: PlannedItem; cycle: number; next: number; hasEnded: boolean };

const FIELDS = [
  'category',
  'problem',
  'kind',
  'section',
  'assisting',
  'cause',
  'goal',
  'priority',
  'tags',
  'source',
] as const satisfies readonly (keyof ItemFields)[];

const MEASURE_FIELDS = [
  'text',
  'kind',
  'owner',
  'deadline',
] as const satisfies readonly (keyof MeasureFields)[];

const isSame = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);

const differing = <T extends object>(
  fields: readonly (keyof T & string)[],
  before: object,
  after: object,
) => {
  const value = (of: object, field: string): unknown => (of as Record<string, unknown>)[field];
  const changed = fields.filter((field) => !isSame(value(before, field), value(after, field)));
  return Object.fromEntries(changed.map((field) => [field, value(after, field) ?? null])) as T;
};

/** So much of their pairs of characters two texts must share to be one that was reworded. */
const ALIKE = 0.4;

const pairsOf = (text: string): Set<string> => {
  const letters = Array.from(text.replace(/\s+/g, ''));
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
};

const likeness = (a: string, b: string): number => {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
};

type Pair = { before: PlannedMeasure; after: PlannedMeasure };

/** Which measure of a file is which of the plan: the same text first, then what is most alike. */
const paired = (before: readonly PlannedMeasure[], after: readonly PlannedMeasure[]): Pair[] => {
  const pairs: Pair[] = [];
  const isFree = (one: PlannedMeasure, side: keyof Pair) => !pairs.some((pair) => pair[side] === one);
  const take = (test: (a: PlannedMeasure, b: PlannedMeasure) => boolean) => {
    for (const old of before)
      for (const fresh of after)
        if (isFree(old, 'before') && isFree(fresh, 'after') && test(old, fresh))
          pairs.push({ before: old, after: fresh });
  };
  take((a, b) => a.text === b.text);
  const candidates = before
    .flatMap((old) => after.map((fresh) => ({ old, fresh, alike: likeness(old.text, fresh.text) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  for (const { old, fresh } of candidates)
    if (isFree(old, 'before') && isFree(fresh, 'after')) pairs.push({ before: old, after: fresh });
  return pairs;
};

const measuresOf = (
  before: readonly PlannedMeasure[],
  after: readonly PlannedMeasure[],
  { next, reason }: { next: number; reason: string },
): MeasureChanges | undefined => {
  const pairs = paired(before, after);
  const change = pairs
    .map((pair) => ({
      no: pair.before.no,
      set: differing<MeasureFields>(MEASURE_FIELDS, pair.before, pair.after),
    }))
    .filter(({ set }) => Object.keys(set).length > 0)
    .sort((a, b) => a.no - b.no);
  const drop = before
    .filter((one) => !pairs.some((pair) => pair.before === one))
    .map(({ no }) => ({ no, reason }));
  const add = after
    .filter((one) => !pairs.some((pair) => pair.after === one))
    .map((one, index) => ({ ...one, no: next + index }));
  if (change.length + drop.length + add.length === 0) return undefined;
  return {
    ...(add.length > 0 && { add }),
    ...(change.length > 0 && { change }),
    ...(drop.length > 0 && { drop }),
  };
};

const ofItem = (
  { planned, cycle, next }: StandingItem,
  file: PlannedItem,
  reason: string,
): ItemAmendment | undefined => {
  const moved = file.deadline !== undefined && file.deadline !== planned.deadline;
  const set: ItemFields = {
    ...differing<ItemFields>(FIELDS, planned, file),
    ...(moved && { deadline: file.deadline }),
  };
  const measures = measuresOf(planned.measures, file.measures, { next, reason });
  if (Object.keys(set).length === 0 && !measures) return undefined;
  return {
    item: planned.number,
    cycle,
    ...(Object.keys(set).length > 0 && { set }),
    ...(measures && { measures }),
  };
};

/** What in an item no amendment can change. */
const unamendableIn = (planned: PlannedItem, file: PlannedItem): Unamendable[] => [
  ...(SIDES.some((side) => planned[side] !== file[side])
    ? [{ item: planned.number, what: 'people' as const }]
    : []),
  ...(planned.deadline !== undefined && file.deadline === undefined
    ? [{ item: planned.number, what: 'deadline-gone' as const }]
    : []),
];

/** The difference between the plan as it stands and a file of it. `reason`: why measures are dropped that the file lacks. */
export const planDifference = (
  standing: readonly StandingItem[],
  file: readonly PlannedItem[],
  reason: string,
): PlanDifference => {
  const known = new Set(standing.map(({ planned }) => planned.number));
  const unamendable: Unamendable[] = [];
  const changes: ItemAmendment[] = [];
  for (const one of standing) {
    const found = file.find(({ number }) => number === one.planned.number);
    if (!found) {
      // A list of what is still to be done need not have it.
      if (!one.hasEnded) unamendable.push({ item: one.planned.number, what: 'missing' });
      continue;
    }
    unamendable.push(...unamendableIn(one.planned, found));
    const change = ofItem(one, found, reason);
    if (change) changes.push(change);
  }
  return { changes, added: file.filter(({ number }) => !known.has(number)), unamendable };
};
