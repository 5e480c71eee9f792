import fc from 'fast-check';
import { ItemNumber } from '../base/ids';
import { STATUSES } from '../domain/item/states';
import { anItem } from '../testing/item';
import type { LedgerRow } from '../domain/round/row';
import { anyRowAround } from '../testing/rows';
import { at, date } from '../testing/world';
import { disagreementsIn } from './agreement';
import type { DossierItem } from './dossier';
import { aDossier, asDossierItem } from '../testing/dossier';

const NOW = at('2021-07-15');

const numbered = (items: readonly DossierItem[]): DossierItem[] =>
  items.map((item, index) => ({
    ...item,
    row: { ...item.row, number: ItemNumber.parse(`1.${index + 1}`) },
  }));

test('the ledger, the board and the notice of any round give the figures that its list gives', () => {
  const base = asDossierItem(anItem());
  const withRow = (row: LedgerRow): DossierItem => ({ ...base, row });
  const anyItems = fc
    .array(anyRowAround(date('2021-07-15')).map(withRow), { minLength: 1, maxLength: 8 })
    .map(numbered);
  fc.assert(
    fc.property(anyItems, (items) => {
      expect(disagreementsIn(aDossier(items, NOW))).toEqual([]);
    }),
  );
});

test('what gives another figure is named, with both', () => {
  const dossier = aDossier(numbered(STATUSES.map((status) => asDossierItem(anItem(status)))), NOW);
  const totals = { ...dossier.totals, returned: 7, items: 99 };
  const returned = dossier.totals.returned;
  expect(disagreementsIn({ ...dossier, totals })).toEqual([
    { document: 'ledger', figure: 'items', found: expect.any(Number) as number, expected: 99 },
    { document: 'ledger', figure: 'returned', found: returned, expected: 7 },
    { document: 'items of the notice', figure: 'items', found: expect.any(Number) as number, expected: 99 },
  ]);
});
