import { readable } from '../../../domain/calendar/zone';
import { words } from '../../../domain/language';
import { html } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import { styled } from '../../../base/styled';
import type { Language } from '../../../domain/round/roster';
import type { Board } from '../board';
import { boardWords } from '../language';
import { burnDownChart } from './chart';
import { groupTable, priorityTable } from './groups';
import { itemTables } from './items';
import { STYLE } from './style';
import { distributions, figures } from './summary';
import { usualYear, type View } from './view';

const notes = ({ board, say }: View) => [
  ...(board.drill === undefined ? [] : [html`<p class="note drill">${say.drill(oneLine(board.drill))}</p>`]),
  ...(board.undone === undefined ? [] : [html`<p class="note">${say.undone(board.undone)}</p>`]),
  ...(board.claimed ? [html`<p class="note">${say.claimed}</p>`] : []),
];

/**
 * A board as one HTML page that also reads as XML: nothing is loaded from anywhere and nothing runs in it; for
 * screens of any width, dark ones too, and for A4 or A3 paper, landscape.
 */
export const boardPage = (board: Board, language: Language): string => {
  const say = boardWords(language);
  const view: View = {
    board,
    say,
    words: words(language),
    year: usualYear(board),
    hasPriorities: board.items.some(({ priority, tags }) => priority !== undefined || tags !== undefined),
  };
  const title = oneLine(board.title);
  const page = html`<!DOCTYPE html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${`${say.title} ${title} ${board.today}`}</title>
        ${styled(...STYLE)}
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p>${oneLine(board.body)}</p>
          <p class="moment">${say.title} · ${board.round} · ${say.asOf(readable(board.now))}</p>
        </header>
        ${notes(view)} ${figures(view)}
        <div class="overview">
          ${burnDownChart(view)}
          <div class="shares">${distributions(view)}</div>
        </div>
        <div class="pair">
          ${groupTable(say.heading.sections, board.sections, view)}
          ${groupTable(say.heading.leaders, board.leaders, view)} ${priorityTable(view)}
        </div>
        ${itemTables(view)}
        <footer>${say.footer}</footer>
      </body>
    </html>`;
  return `${page.toString().trim()}\n`;
};
