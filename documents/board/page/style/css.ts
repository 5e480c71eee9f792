import { html, type Markup } from '../../../../base/markup';

/** A style sheet, of this program's own text alone. */
export const css = (source: TemplateStringsArray): Markup => html(source);
