import { z } from 'zod';
import { type RungId, RUNGS } from './rung';

/** The rungs of the ladder for measures, mildest first. */
export const MEASURE_RUNGS = ['measure-reminder', 'measure-due', 'measure-overdue'] as const;
export const MeasureRungId = z.enum(MEASURE_RUNGS);
export type MeasureRungId = z.infer<typeof MeasureRungId>;

/** A rung of either ladder, as notices have it. */
export const NoticeRung = z.enum([...RUNGS, ...MEASURE_RUNGS]);
export type NoticeRung = z.infer<typeof NoticeRung>;

export const isMeasureRung = (rung: NoticeRung): rung is MeasureRungId =>
  MeasureRungId.safeParse(rung).success;

/** The rung of the other ladder that presses as much, for whatever is sorted by it. */
const AS_PRESSING: Record<MeasureRungId, RungId> = {
  'measure-reminder': 'reminder',
  'measure-due': 'warning',
  'measure-overdue': 'imminent',
};

export const asPressing = (rung: NoticeRung): RungId => (isMeasureRung(rung) ? AS_PRESSING[rung] : rung);

/** Who hears of a measure's date: all of them follow the item anyway. */
const MeasureRecipient = z.enum(['owner', 'handler', 'leader']);

/**
 * One rung for measures: `offset` days from a measure's date, repeated after `every` working days, and its recipients. A
 * calendar-day rung that falls on a day off is told on the working day before.
 */
export const MeasureRung = z.strictObject({
  id: MeasureRungId,
  offset: z.number().int(),
  unit: z.enum(['calendar', 'working']),
  every: z.number().int().positive().optional(),
  to: z.array(MeasureRecipient).min(1),
});
export type MeasureRung = z.infer<typeof MeasureRung>;

/** The ladder for measures of an office that has set no other. */
export const DEFAULT_MEASURE_LADDER: MeasureRung[] = [
  { id: 'measure-reminder', offset: -7, unit: 'calendar', to: ['owner', 'handler'] },
  { id: 'measure-due', offset: 0, unit: 'working', to: ['owner', 'handler'] },
  { id: 'measure-overdue', offset: 1, unit: 'working', every: 5, to: ['owner', 'handler'] },
];
