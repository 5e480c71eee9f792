import type { ITEM_COLUMNS, ROSTER_COLUMNS, ROUND_FACTS } from '..';

type Of<T extends readonly string[], V = string> = Partial<Record<T[number], V>>;

/** What belongs in a column, and an example. */
export type GuideColumn = { what: string; example: string };

/** What stands in the template; headings stay Chinese, for they are what the import knows, and are translated. */
export interface TemplateWords {
  sheet: Record<'items' | 'roster' | 'round' | 'checks' | 'notes', string>;
  item: Of<typeof ITEM_COLUMNS>;
  roster: Partial<Record<keyof typeof ROSTER_COLUMNS, string>>;
  facts: Partial<Record<'what' | 'value', string>>;
  fact: Of<typeof ROUND_FACTS>;
  /** At the foot of a page; `&P` of `&N`. */
  page: string;
  /** The sheet of doubtful places; its title says that it is not read. */
  checks: { title: string; note: string; head: readonly string[] };
  /** The lines of the sheet that explains; the first is its title, by which the import knows not to read it. */
  notes: readonly string[];
  /** What belongs in each column. */
  guide: {
    head: readonly string[];
    item: Record<(typeof ITEM_COLUMNS)[number], GuideColumn>;
    roster: Record<keyof typeof ROSTER_COLUMNS, GuideColumn>;
    fact: Record<(typeof ROUND_FACTS)[number], GuideColumn>;
  };
}
