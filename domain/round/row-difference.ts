import { canonical } from '../../base/hash';
import { LedgerRow } from './row';

/** What is not of the item, but of the report. */
const OF_THE_REPORT = ['version', 'logHead', 'logWentBack', 'refusals', 'former'] as const;

/** A field of a line that tells something of the item. */
export type RowField = Exclude<keyof LedgerRow, (typeof OF_THE_REPORT)[number]>;

const isOfItem = (field: keyof LedgerRow): field is RowField =>
  !(OF_THE_REPORT as readonly string[]).includes(field);

const FIELDS = (Object.keys(LedgerRow.shape) as (keyof LedgerRow)[]).filter(isOfItem);

const isSame = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : canonical(one) === canonical(other);

/**
 * In which fields the line that a round has is not the one that its item has. What a newer version has added to either does not
 * count: the other one may not know it.
 */
export const rowDifference = (known: LedgerRow, own: LedgerRow): RowField[] =>
  FIELDS.filter((field) => !isSame(known[field], own[field]));
