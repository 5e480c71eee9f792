import type { RungId } from '../../domain/ladder/rung';
import { severity, worstRung } from '../../domain/ladder/severity';
import { PRIORITIES, type Priority } from '../../domain/plan/about';
import type { BoardItem } from './items';

/** The items of a section, or a leader. `items` are those done, withdrawn and open; the other counts are parts of it. */
export type GroupLine = {
  name: string;
  items: number;
  /** Closed, or archived already. */
  done: number;
  withdrawn: number;
  open: number;
  overdue: number;
  returned: number;
  /** The most severe rung that an item of it is at. */
  worst?: RungId;
};

const worseFirst = (a: GroupLine, b: GroupLine): number =>
  b.overdue - a.overdue ||
  severity(b.worst) - severity(a.worst) ||
  b.open - a.open ||
  b.items - a.items ||
  (a.name < b.name ? -1 : 1);

const lineOf = (name: string, items: readonly BoardItem[]): GroupLine => {
  const count = (test: (item: BoardItem) => boolean) => items.filter(test).length;
  const withdrawn = count(({ status }) => status === 'withdrawn');
  const open = count(({ standing }) => standing !== 'ended');
  const worst = worstRung(items.map(({ level }) => level));
  return {
    name,
    items: items.length,
    withdrawn,
    open,
    done: items.length - withdrawn - open,
    overdue: count(({ standing }) => standing === 'overdue'),
    returned: count(({ returns }) => returns > 0),
    ...(worst && { worst }),
  };
};

/** A line for each priority, the highest first, and at last one for items without; none where no item has one. */
export const prioritiesOf = (items: readonly BoardItem[]): (GroupLine & { priority?: Priority })[] => {
  if (items.every(({ priority }) => priority === undefined)) return [];
  return [...PRIORITIES, undefined].flatMap((priority) => {
    const own = items.filter((item) => item.priority === priority);
    return own.length === 0 ? [] : [{ ...lineOf(priority ?? '', own), ...(priority && { priority }) }];
  });
};

/** One line for each section, or whatever `key` tells apart; the worse first. */
export const groupsOf = (
  items: readonly BoardItem[],
  key: (item: BoardItem) => { id: string; name: string },
): GroupLine[] => {
  const groups = new Map<string, { name: string; items: BoardItem[] }>();
  for (const item of items) {
    const { id, name } = key(item);
    const group = groups.get(id) ?? { name, items: [] };
    group.items.push(item);
    groups.set(id, group);
  }
  return [...groups.values()].map(({ name, items: own }) => lineOf(name, own)).sort(worseFirst);
};
