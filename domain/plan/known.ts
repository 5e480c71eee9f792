import { ItemNumber, type PersonId } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import type { PublicKey } from '../identity/key';
import type { FaultDetail, Finding, Path } from './fault';
import type { PlanDraft } from './file';

/** The line in which a value of the plan was written, from 1. */
export type LineOf = (path: Path) => number | undefined;
export type Person = {
  path: Path;
  id?: PersonId;
  superior?: PersonId;
  deputies: (PersonId | undefined)[];
  /** Those that could be understood; one that could not has a fault of its own. */
  keys: (PublicKey | undefined)[];
};
type DraftCategory = NonNullable<NonNullable<PlanDraft['categories']>[number]>;
type DraftItem = NonNullable<NonNullable<DraftCategory['items']>[number]>;
export type Category = { path: Path; no: number; title: string; items: DraftCategory['items'] };
export type Item = Partial<DraftItem> & { path: Path; number: ItemNumber | undefined };

/** What the rules look at, each with its path in the file. */
export type Known = {
  draft: PlanDraft;
  people: Person[];
  categories: Category[];
  items: Item[];
  lineOf: LineOf;
  /** When the plan is to be imported: keys have to be good then. Absent: keys are not asked for dates. */
  now?: Instant | undefined;
};

export const finding = (path: Path, detail: FaultDetail): Finding => ({ path, detail });

const categoriesOf = (draft: PlanDraft): Category[] =>
  (draft.categories ?? []).map((category, index) => ({
    path: ['categories', index],
    no: category?.no ?? index + 1,
    title: category?.title ?? '',
    items: category?.items,
  }));

/** Undefined past what a round can hold. */
const numbered = (category: number, item: number): ItemNumber | undefined =>
  ItemNumber.safeParse(`${category}.${item}`).data;

const itemsOf = (categories: readonly Category[]): Item[] =>
  categories.flatMap((category) =>
    (category.items ?? []).map((item, index) => ({
      ...item,
      path: [...category.path, 'items', index],
      number: numbered(category.no, item?.no ?? index + 1),
    })),
  );

const peopleOf = (draft: PlanDraft): Person[] =>
  (draft.roster?.people ?? []).map((person, index) => ({
    path: ['roster', 'people', index],
    ...(person?.id && { id: person.id }),
    ...(person?.superior && { superior: person.superior }),
    deputies: person?.deputies ?? [],
    keys: person?.keys ?? [],
  }));

export const knownOf = (draft: PlanDraft, lineOf: LineOf, now?: Instant): Known => {
  const categories = categoriesOf(draft);
  return { draft, people: peopleOf(draft), categories, items: itemsOf(categories), lineOf, now };
};

/** The item that a path leads into, as numbered in the draft. */
export const itemNumberAt = (draft: PlanDraft, [root, c, list, i]: Path): ItemNumber | undefined => {
  if (root !== 'categories' || list !== 'items' || typeof c !== 'number' || typeof i !== 'number')
    return undefined;
  const category = draft.categories?.[c];
  return numbered(category?.no ?? c + 1, category?.items?.[i]?.no ?? i + 1);
};

/** Everything whose key is taken by something before it, with the first to have it. */
export const repeated = <T>(
  all: readonly T[],
  keyOf: (one: T) => string | undefined,
): { one: T; first: T }[] => {
  const firsts = new Map<string, T>();
  return all.flatMap((one) => {
    const key = keyOf(one);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, one);
    return first === undefined ? [] : [{ one, first }];
  });
};

/** Where the first of two was written. */
export const lineIn = (line: number | undefined) => (line === undefined ? {} : { firstLine: line });
