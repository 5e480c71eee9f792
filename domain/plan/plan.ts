import { z } from 'zod';
import { CivilDate } from '../calendar/civil';
import { BodyId, ItemNumber, PersonId, RoundId } from '../../base/ids';
import { chineseNumeral } from '../../base/numeral';
import { Policy } from '../round/policy';
import { Roster } from '../round/roster';
import { About } from './about';

/** 立行立改 / 限期整改 / 长期坚持. */
export const ItemKind = z.enum(['immediate', 'time-limited', 'sustained']);
export type ItemKind = z.infer<typeof ItemKind>;

/** 建章立制 / 挽回损失 / 追责问责 / 举一反三 / 专项整治 / 其他. */
export const MeasureKind = z.enum([
  'rule-making',
  'loss-recovery',
  'accountability',
  'lessons-applied',
  'special-campaign',
  'other',
]);
export type MeasureKind = z.infer<typeof MeasureKind>;

const text = (max: number) => z.string().trim().min(1).max(max);

/** One step of an item. Numbered within it, from 1. */
export const PlannedMeasure = z.strictObject({
  no: z.number().int().positive(),
  text: text(2000),
  kind: MeasureKind,
  owner: PersonId.optional(),
  deadline: CivilDate.optional(),
});
export type PlannedMeasure = z.infer<typeof PlannedMeasure>;

/** One problem to rectify, as the plan has it. */
export const PlannedItem = z.strictObject({
  number: ItemNumber,
  category: text(200),
  problem: text(500),
  kind: ItemKind,
  leader: PersonId,
  section: text(60),
  /** Sections that help (配合科室): their contacts (`roster.contacts`) are told; without one they are recorded only. */
  assisting: z.array(text(60)).min(1).max(20).optional(),
  handler: PersonId,
  acceptor: PersonId,
  /** Absent: 未设时限, never overdue. */
  deadline: CivilDate.optional(),
  measures: z.array(PlannedMeasure).min(1),
  ...About.shape,
});
export type PlannedItem = z.infer<typeof PlannedItem>;

/** How archive numbers are built (档号, DA/T 22-2015): `Z109-WS·2021-D30-JGDW-0007`. */
export const ArchiveScheme = z.strictObject({
  fonds: z.string().regex(/^[A-Z0-9]{2,8}$/),
  category: z.literal('WS').default('WS'),
  year: z.number().int().min(1949).max(2200),
  retention: z.enum(['Y', 'D30', 'D10']).default('D30'),
  organisation: z.string().regex(/^[A-Z]{2,8}$/),
});
export type ArchiveScheme = z.infer<typeof ArchiveScheme>;

/** The most items a round holds. */
export const MOST_ITEMS = 2000;

/** The rectification plan of a round (整改方案), checked and complete. */
export const Plan = z.strictObject({
  round: RoundId,
  title: text(100),
  body: text(100),
  /** Whose pinned keys open the round. Plans from before openings were signed have none; a signed one needs it. */
  bodyId: BodyId.optional(),
  feedback: CivilDate,
  /** Last day of the concentrated period (集中整改期). */
  concentratedUntil: CivilDate,
  archive: ArchiveScheme,
  policy: Policy,
  roster: Roster,
  items: z.array(PlannedItem).min(1).max(MOST_ITEMS),
});
export type Plan = z.infer<typeof Plan>;

/** A round without its items. */
export type RoundHead = Omit<Plan, 'items'>;

/** `1.2` as the office writes it: `(一)2`. */
export const officeNumber = (number: ItemNumber): string => {
  const [category = '', item = ''] = number.split('.');
  return `(${chineseNumeral(Number(category))})${item}`;
};

/** The archive number of the `piece`-th item of a round (件号, from 1). */
export const archiveNumber = (scheme: ArchiveScheme, piece: number): string => {
  const { fonds, category, year, retention, organisation } = scheme;
  return `${fonds}-${category}·${year}-${retention}-${organisation}-${String(piece).padStart(4, '0')}`;
};
