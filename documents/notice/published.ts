import { grouped } from '../../base/grouped';
import type { CivilDate } from '../../domain/calendar/civil';
import { categoryNumber, type ItemNumber } from '../../base/ids';
import type { Published } from '../../domain/round/published';
import { publishedStatus } from '../../domain/round/row';
import type { Dossier, DossierItem } from '../dossier';

/** An item that the notice reports on: its published status, and the items that were merged into it (并案). */
export type Listed = DossierItem & { published: Published; merged: DossierItem[] };

export type PublishedCategory = {
  title: string;
  items: Listed[];
  /** Withdrawn, and merged into none of the others. */
  left: DossierItem[];
};

/** Where an item is reported on in the end: the one into which it, or what it was merged into, was merged. */
const homeOf = (item: DossierItem, all: ReadonlyMap<ItemNumber, DossierItem>): DossierItem | undefined => {
  let home: DossierItem | undefined = item;
  for (let steps = all.size; steps > 0 && home?.row.status === 'withdrawn'; steps -= 1) {
    const { mergedInto }: DossierItem['row'] = home.row;
    home = mergedInto === undefined ? undefined : all.get(mergedInto);
  }
  return home?.row.status === 'withdrawn' ? undefined : home;
};

const categoryOf = ({ row }: DossierItem): string => categoryNumber(row.number);

/**
 * What is published of a round (对外口径), category by category in the order of the plan. What is withdrawn is
 * not listed on its own: it is with the item that it was merged into.
 */
export const publishedCategories = ({
  items,
  today,
}: {
  items: readonly DossierItem[];
  today: CivilDate;
}): PublishedCategory[] => {
  const byNumber = new Map(items.map((item) => [item.row.number, item]));
  const withdrawn = items.filter(({ row }) => row.status === 'withdrawn');
  const merged = grouped(withdrawn, (item) => homeOf(item, byNumber)?.row.number ?? '');
  return Array.from(grouped(items, categoryOf), ([category, own]) => ({
    title: own[0]?.row.category ?? '',
    items: own
      .filter(({ row }) => row.status !== 'withdrawn')
      .map((item) => ({
        ...item,
        published: publishedStatus(item.row, today),
        merged: merged.get(item.row.number) ?? [],
      })),
    left: (merged.get('') ?? []).filter((item) => categoryOf(item) === category),
  })).filter((category) => category.items.length + category.left.length > 0);
};

/** How many categories the findings were in, also those of which nothing is left to publish. */
export const categoryCount = ({ items }: Pick<Dossier, 'items'>): number =>
  new Set(items.map(categoryOf)).size;
