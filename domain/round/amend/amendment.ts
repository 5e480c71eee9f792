import { z } from 'zod';
import { CivilDate } from '../../calendar/civil';
import { ItemNumber } from '../../../base/ids';
import { textUpTo } from '../../item/command';
import { PlannedItem, PlannedMeasure } from '../../plan/plan';

/*
 * What an amendment of the plan (整改方案调整) changes. Null takes away what the plan may leave out; what is not named stays.
 */

const item = PlannedItem.shape;
const measure = PlannedMeasure.shape;

/** What an item of the plan says from now on. Its people have a command of their own (`reassign`). */
export const ItemFields = z.strictObject({
  category: item.category.optional(),
  problem: item.problem.optional(),
  kind: item.kind.optional(),
  deadline: CivilDate.optional(),
  section: item.section.optional(),
  assisting: item.assisting.unwrap().nullable().optional(),
  cause: item.cause.unwrap().nullable().optional(),
  goal: item.goal.unwrap().nullable().optional(),
  priority: item.priority.unwrap().nullable().optional(),
  tags: item.tags.unwrap().nullable().optional(),
  source: item.source.unwrap().nullable().optional(),
});
export type ItemFields = z.infer<typeof ItemFields>;

/** What a measure says from now on. */
export const MeasureFields = z.strictObject({
  text: measure.text.optional(),
  kind: measure.kind.optional(),
  owner: measure.owner.unwrap().nullable().optional(),
  deadline: measure.deadline.unwrap().nullable().optional(),
});
export type MeasureFields = z.infer<typeof MeasureFields>;

const no = measure.no;

/** Numbers of measures are never given again, so that evidence stays with the measure that it was handed in for. */
export const MeasureChanges = z.strictObject({
  add: z.array(PlannedMeasure).min(1).max(50).optional(),
  change: z
    .array(z.strictObject({ no, set: MeasureFields }))
    .min(1)
    .max(50)
    .optional(),
  drop: z
    .array(z.strictObject({ no, reason: textUpTo(1000) }))
    .min(1)
    .max(50)
    .optional(),
});
export type MeasureChanges = z.infer<typeof MeasureChanges>;

/** What one life of an item is to be from now on. */
export const ItemAmendment = z.strictObject({
  item: ItemNumber,
  cycle: z.number().int().positive(),
  /** It stays as it is, although an amendment of it came to nothing: that was an open matter until now. */
  keep: z.literal(true).optional(),
  set: ItemFields.optional(),
  measures: MeasureChanges.optional(),
});
export type ItemAmendment = z.infer<typeof ItemAmendment>;

/** So many items can be amended at once. */
const MOST_AMENDED = 200;

/** None where items are only added. */
export const Amendments = z
  .array(ItemAmendment)
  .max(MOST_AMENDED)
  .refine((all) => new Set(all.map((one) => one.item)).size === all.length, { message: 'has an item twice' });

/** An item that an amendment adds. `splitFrom`: the item that it was a part of until now (拆分). */
export const AddedItem = z.strictObject({ planned: PlannedItem, splitFrom: ItemNumber.optional() });
export type AddedItem = z.infer<typeof AddedItem>;

/** So many items can be added at once. */
export const Additions = z.array(AddedItem).min(1).max(50);

/** What an item knows of the amendment that has added it. */
export type Added = { version: number; splitFrom?: ItemNumber };

/** Every item concerned keeps the whole command as it was signed: in octets of JSON, a little less than can be signed (`MAX_PAYLOAD`). */
export const MOST_OCTETS = 64_000;

/** Why an item cannot be amended as is said: a closed list. */
const AMENDMENT_FAULTS = [
  /** It is closed, archived or withdrawn. */
  'ended',
  'measure-done',
  'unknown-measure',
  /** A measure has, or has had, this number. */
  'number-taken',
  /** A measure is changed twice, or changed and dropped. */
  'measure-twice',
  'no-measure-left',
  'measure-after-item',
  'date-passed',
  /** Its stage has been accepted: only what it says is amended. */
  'sustained',
  /** Items of one category would have different names for it. */
  'category-differs',
  'nothing-new',
  /** It has moved on: what was within the office's power takes the head by now. */
  'needs-head',
  /** Its log has no room for the amendment. */
  'full',
  /** Of an item that is to be added: the round has, or has had, one of this number. */
  'item-exists',
  /** Its handler, leader and acceptor are not three people. */
  'duties-not-separate',
  /** The item that it is to be split from is not in the round. */
  'split-unknown',
  /** The round would have more items than it can hold. */
  'too-many-items',
  /** Items that were added before have still to begin: each start holds a whole amendment. */
  'not-begun',
] as const;
export const AmendmentFault = z.enum(AMENDMENT_FAULTS);
export type AmendmentFault = z.infer<typeof AmendmentFault>;

/** With the measure that it is about, if it is about one. */
export type AmendmentObjection = { fault: AmendmentFault; measure?: number | undefined };
