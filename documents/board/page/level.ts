import type { RungId } from '../../../domain/ladder/rung';
import { RUNG_TONE } from '../../../domain/ladder/tone';
import { html, type Markup } from '../../../base/markup';
import type { View } from './view';

/** A warning level by its name, more striking the worse it is. */
export const level = (rung: RungId, { words }: Pick<View, 'words'>): Markup =>
  html`<span class="level ${RUNG_TONE[rung]}">${words.rung[rung]}</span>`;
