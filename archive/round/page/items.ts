import { grouped } from '../../../base/grouped';
import { civilOf } from '../../../domain/calendar/zone';
import { type ItemNumber, numberOf } from '../../../base/ids';
import { html, type Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import { officeNumber } from '../../../domain/plan/plan';
import { type LedgerRow, publishedStatus } from '../../../domain/round/row';
import { type Cell, code, section, table, unbroken, zh } from '../../item/page/parts';
import type { BagReference, RoundRecord } from '../record';

const HEAD = [
  '编号',
  '具体问题',
  '状态',
  '对外口径',
  '归档包，其 tagmanifest-sha512.txt 的 SHA-512',
] as const;

/** Bags of items are beside that of their round: the link works as long as they stay there. */
const bagLink = ({ bag, archiveNumber, manifest }: BagReference): Markup =>
  html`<div>
    <a href="../../${bag.slice(bag.lastIndexOf('/') + 1)}/data/index.html">${unbroken(archiveNumber)}</a>
    ${code(manifest)}
  </div>`;

type Bags = ReadonlyMap<ItemNumber, BagReference[]>;

/** The bags of the lives of each item: a round may have thousands. */
const byItem = (bags: RoundRecord['bags']): Bags => grouped(bags, ({ item }) => numberOf(item));

type Last = RoundRecord['ledgers'][number];

const itemRow = (row: LedgerRow, { at }: Last, bags: Bags): Cell[] => [
  unbroken(officeNumber(row.number)),
  row.problem,
  unbroken(zh.status[row.status]),
  zh.published[publishedStatus(row, civilOf(at))],
  bags.get(row.number)?.map(bagLink),
];

/** Every item with the bags of its lives: the SHA-512 is that of the bag's tag manifest, which names all in it. */
export const items = ({ ledgers, bags: all }: RoundRecord): Markup | undefined => {
  const last = ledgers.at(-1);
  if (!last) return undefined;
  const bags = byItem(all);
  const categories = [...new Set(last.rows.map(({ category }) => category))];
  return section(
    '事项',
    categories.map((category) => {
      const own = last.rows.filter((row) => row.category === category);
      return html`<h3>${oneLine(category)}</h3>
        ${table(
          HEAD,
          own.map((row) => itemRow(row, last, bags)),
        )}`;
    }),
  );
};
