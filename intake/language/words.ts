import type { ITEM_COLUMNS, ROSTER_COLUMNS, ROUND_FACTS } from '..';

type Of<T extends readonly string[]> = Partial<Record<T[number], string>>;

/** What stands in the template; headings stay Chinese, for they are what the import knows, and are translated. */
export interface TemplateWords {
  sheet: Record<'items' | 'roster' | 'round' | 'notes', string>;
  item: Of<typeof ITEM_COLUMNS>;
  roster: Partial<Record<keyof typeof ROSTER_COLUMNS, string>>;
  facts: Partial<Record<'what' | 'value', string>>;
  fact: Of<typeof ROUND_FACTS>;
  /** The lines of the sheet that explains. */
  notes: readonly string[];
}
