import { z } from 'zod';
import { capped, oneLine } from '../../base/safe-text';
import type { PersonId } from '../../base/ids';
import { currentEvidence } from '../evidence/versions';
import type { Event } from '../item/event';
import type { ItemState, Measure } from '../item/state';
import { reviewerOf } from '../item/waiting';

/** How much of an item a mail lists, so that it is bounded whatever the item holds. */
const MOST_MEASURES = 6;
const MOST_FILES = 8;
const TEXT = 60;
const TITLE = 40;

const count = z.number().int().nonnegative();

const JudgedMeasure = z.object({
  no: count,
  text: z.string(),
  complete: z.boolean(),
  /** What it has brought: money in fen, a rule by its title. */
  recoveredFen: count.optional(),
  regulation: z.string().optional(),
});
export type JudgedMeasure = z.infer<typeof JudgedMeasure>;

const JudgedFile = z.object({
  /** As `rectify evidence open` takes it. */
  no: count,
  measure: count,
  title: z.string(),
  /** In octets. */
  size: count,
  mediaType: z.string(),
});
export type JudgedFile = z.infer<typeof JudgedFile>;

/**
 * What a reviewer is asked to judge: the measures with their results and the current evidence, as many as are listed, and
 * figures over all. Texts are beginnings on one line.
 */
export const Judged = z.object({
  measures: z.object({
    all: count,
    complete: count,
    /** Over all of them, in fen. */
    recoveredFen: count,
    first: z.array(JudgedMeasure).max(MOST_MEASURES),
  }),
  evidence: z.object({ all: count, size: count, first: z.array(JudgedFile).max(MOST_FILES) }),
  /** How often a sustained item has checked in. */
  checkIns: count.optional(),
});
export type Judged = z.infer<typeof Judged>;

/** Events that ask a reviewer to judge an item. */
const ASKING: readonly Event['type'][] = [
  'closure-requested',
  'approved',
  'approval-voided',
  'sustaining-ended',
];

/** Whether an event asks a person to judge the item: it always does, or it makes them its reviewer. */
export const asksToJudge = (event: Event, to: PersonId, state: ItemState): boolean => {
  if (reviewerOf(state) !== to) return false;
  return ASKING.includes(event.type) || (event.type === 'reassigned' && event.to === to);
};

const beginning = (text: string, most: number): string => capped(oneLine(text), most);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const measureOf = ({ no, text, completed }: Measure): JudgedMeasure => ({
  no,
  text: beginning(text, TEXT),
  complete: completed !== undefined,
  ...(completed?.recoveredFen !== undefined && { recoveredFen: completed.recoveredFen }),
  ...(completed?.regulation !== undefined && { regulation: beginning(completed.regulation, TITLE) }),
});

/** What there is to judge of an item now. */
export const judgedOf = ({ measures, evidence, sustaining }: ItemState): Judged => {
  const files = currentEvidence(evidence);
  return {
    measures: {
      all: measures.length,
      complete: measures.filter(({ completed }) => completed).length,
      recoveredFen: sum(measures.map(({ completed }) => completed?.recoveredFen ?? 0)),
      first: measures.slice(0, MOST_MEASURES).map(measureOf),
    },
    evidence: {
      all: files.length,
      size: sum(files.map(({ size }) => size)),
      first: files.slice(0, MOST_FILES).map(({ no, measure, title, size, mediaType }) => ({
        no,
        measure,
        title: beginning(title, TITLE),
        size,
        mediaType: beginning(mediaType, TITLE),
      })),
    },
    ...(sustaining && { checkIns: sustaining.checkIns.length }),
  };
};
