import fc from 'fast-check';
import { addDays, type CivilDate } from '../domain/calendar/civil';
import { STATUSES } from '../domain/item/states';
import { RUNGS } from '../domain/ladder/rung';
import { ItemKind } from '../domain/plan/plan';
import type { LedgerRow } from '../domain/round/row';
import { anItem } from './item';

/** Any line of a ledger at all, with dates around a day, including some that no real item has. */
export const anyRowAround = (day: CivilDate): fc.Arbitrary<LedgerRow> => {
  const row = anItem().firstRow();
  const anyDate = fc.integer({ min: -60, max: 60 }).map((n) => addDays(day, n));
  return fc
    .record({
      status: fc.constantFrom(...STATUSES),
      kind: fc.constantFrom(...ItemKind.options),
      deadline: fc.option(anyDate, { nil: undefined }),
      originalDeadline: fc.option(anyDate, { nil: undefined }),
      requestedOn: fc.option(anyDate, { nil: undefined }),
      returns: fc.nat(3),
      climbed: fc.subarray([...RUNGS]),
      undeliverable: fc.boolean(),
    })
    .map((more) => ({ ...row, ...more, reviewRound: 1 + more.returns }));
};
