import type { Markup } from '../../../../base/markup';
import { MIDDLE, NARROW, PAPER } from './media';
import { CHART, FIGURES } from './overview';
import { ITEMS, TABLES } from './tables';
import { COLOURS, TEXT } from './text';

/** The style of a board; later parts override earlier ones. */
export const STYLE: readonly Markup[] = [COLOURS, TEXT, FIGURES, CHART, TABLES, ITEMS, MIDDLE, NARROW, PAPER];
