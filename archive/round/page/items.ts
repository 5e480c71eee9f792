import { grouped } from '../../../base/grouped';
import { civilOf } from '../../../domain/calendar/zone';
import { type ItemNumber, numberOf } from '../../../base/ids';
import { html, type Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import type { LostLife } from '../../../domain/item/lost';
import { officeNumber } from '../../../domain/plan/plan';
import { type LedgerRow, publishedStatus } from '../../../domain/round/row';
import { type Cell, code, section, table, unbroken, zh } from '../../item/page/parts';
import { restoringsOf } from '../../../domain/round/restore';
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

/** What stands in the place of the bag of a life that was lost. */
const lostNote = ({ cycle, ended, archiveNumber }: LostLife): Markup =>
  html`<div>
    第 ${String(cycle)} 次办理没有归档包：流程在服务器上${zh.end[ended]}，经过未归档，档号
    ${unbroken(archiveNumber)} 空置。
  </div>`;

type Bags = ReadonlyMap<ItemNumber, BagReference[]>;

/** The bags of the lives of each item: a round may have thousands. */
const byItem = (bags: RoundRecord['bags']): Bags => grouped(bags, ({ item }) => numberOf(item));

type Last = RoundRecord['ledgers'][number];

/** The bags of an item, and what stands for those that it lost. */
const livesOf = (number: ItemNumber, bags: Bags, log: RoundRecord['log']): Markup[] => [
  ...(bags.get(number) ?? []).map(bagLink),
  ...restoringsOf(log, number).map(({ lost }) => lostNote(lost)),
];

const itemRow = (row: LedgerRow, { at }: Last, lives: readonly Markup[]): Cell[] => [
  unbroken(officeNumber(row.number)),
  row.problem,
  unbroken(zh.status[row.status]),
  zh.published[publishedStatus(row, civilOf(at))],
  lives,
];

/** Every item with the bags of its lives: the SHA-512 is that of the bag's tag manifest, which names all in it. */
export const items = ({ ledgers, log, bags: all }: RoundRecord): Markup | undefined => {
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
          own.map((row) => itemRow(row, last, livesOf(row.number, bags, log))),
        )}`;
    }),
  );
};
