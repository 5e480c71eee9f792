import { z } from 'zod';
import type { PersonId } from '../../../base/ids';
import type { PlannedMeasure } from '../../plan/plan';
import type { ItemFields, MeasureChanges } from './amendment';
import type { Before } from './before';

/*
 * What an amendment changes, field by field, before and after: the same wherever it is shown. Values are those of the plan; words for
 * them are in `language/`.
 */

/** What can differ. Of a measure its number is named, too. */
const DIFFERENCES = [
  'category',
  'problem',
  'kind',
  'deadline',
  'section',
  'assisting',
  'cause',
  'goal',
  'priority',
  'tags',
  'source',
  'measure-text',
  'measure-kind',
  'measure-owner',
  'measure-deadline',
  'measure-added',
  'measure-dropped',
] as const;
export type DifferenceField = (typeof DIFFERENCES)[number];

export const Difference = z.object({
  field: z.enum(DIFFERENCES),
  measure: z.number().int().positive().optional(),
  /** Absent where there was, or is, nothing. */
  before: z.string().optional(),
  after: z.string().optional(),
});
export type Difference = z.infer<typeof Difference>;

/** What an event, or a command with what it finds, says of an amendment. */
export type Compared = {
  set?: ItemFields | undefined;
  measures?: MeasureChanges | undefined;
  before: Before;
};

type NameOf = (person: PersonId) => string;

const textOf = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'string') return value;
  const { document, page } = value as { document: string; page?: string };
  return page === undefined ? document : `${document} ${page}`;
};

const difference = (
  field: DifferenceField,
  before: unknown,
  after: unknown,
  measure?: number,
): Difference => {
  const [was, is] = [textOf(before), textOf(after)];
  return {
    field,
    ...(measure !== undefined && { measure }),
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
  };
};

const ofMeasures = (
  { add = [], change = [], drop = [] }: MeasureChanges,
  before: readonly PlannedMeasure[],
  nameOf: NameOf,
): Difference[] => {
  const owner = (one: PersonId | null | undefined) => (one ? nameOf(one) : undefined);
  const was = (no: number) => before.find((one) => one.no === no);
  return [
    ...change.flatMap(({ no, set }) => {
      const old = was(no);
      return [
        ...('text' in set ? [difference('measure-text', old?.text, set.text, no)] : []),
        ...('kind' in set ? [difference('measure-kind', old?.kind, set.kind, no)] : []),
        ...('owner' in set ? [difference('measure-owner', owner(old?.owner), owner(set.owner), no)] : []),
        ...('deadline' in set ? [difference('measure-deadline', old?.deadline, set.deadline, no)] : []),
      ];
    }),
    ...add.map(({ no, text }) => difference('measure-added', undefined, text, no)),
    ...drop.map(({ no, reason }) => difference('measure-dropped', was(no)?.text, reason, no)),
  ];
};

/** Every difference, in the order of `DIFFERENCES` for the item, then by measures. `nameOf`: what owners are called. */
export const differencesOf = ({ set = {}, measures, before }: Compared, nameOf: NameOf): Difference[] => {
  const own = Object.keys(set).map((key) => {
    const field = key as keyof ItemFields;
    return difference(field, before[field], set[field]);
  });
  const inOrder = own.sort((a, b) => DIFFERENCES.indexOf(a.field) - DIFFERENCES.indexOf(b.field));
  return [...inOrder, ...(measures ? ofMeasures(measures, before.measures ?? [], nameOf) : [])];
};
