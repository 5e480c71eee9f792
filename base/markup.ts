const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Complete, safe HTML. Made by `html` alone, so that no text gets into a page unescaped. */
class Markup {
  constructor(private readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

export type { Markup };

type Value = string | Markup | readonly Markup[] | undefined;

const rendered = (value: Value): string => {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  return value instanceof Markup ? value.toString() : value.map(String).join('');
};

/** Drops the indentation of templates, which would bloat a mail of hundreds of lines. */
const unindented = (part: string) => part.replace(/\n\s+/g, '\n');

/** A template for HTML: markup goes in as it is, everything else escaped, nothing for `undefined`. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Markup =>
  new Markup(parts.reduce((page, part, i) => page + rendered(values[i - 1]) + unindented(part), ''));
