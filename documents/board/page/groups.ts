import { html, type Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import { doneIn, openIn } from '../figures';
import type { GroupLine } from '../groups';
import { level } from './level';
import { count, type View } from './view';

const COLUMNS = ['items', 'done', 'withdrawn', 'open', 'overdue', 'returned'] as const;

const counts = (line: Record<(typeof COLUMNS)[number], number>): Markup[] =>
  COLUMNS.map((column) => count(line[column], column === 'overdue'));

const row = (line: GroupLine, view: View): Markup =>
  html`<tr>
    <th scope="row">${oneLine(line.name)}</th>
    ${counts(line)}
    <td>${line.worst && level(line.worst, view)}</td>
  </tr>`;

/** The last line says the totals of the round, not the sum of what is above it. */
const sum = ({ board: { totals }, say }: View): Markup =>
  html`<tr>
    <th scope="row">${say.sum}</th>
    ${counts({
      items: totals.items,
      done: doneIn(totals),
      withdrawn: totals.byStatus.withdrawn,
      open: openIn(totals),
      overdue: totals.overdue,
      returned: totals.returned,
    })}
    <td></td>
  </tr>`;

/** Sections, or leaders, the worse first. */
export const groupTable = (heading: string, lines: readonly GroupLine[], view: View): Markup =>
  html`<section>
    <h2>${heading}</h2>
    <table class="groups">
      <thead>
        <tr>
          <td></td>
          ${COLUMNS.map((column) => html`<th scope="col" class="n">${view.say.group[column]}</th>`)}
          <th scope="col">${view.say.group.worst}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => row(line, view))}
      </tbody>
      <tfoot>
        ${sum(view)}
      </tfoot>
    </table>
  </section>`;

/** Priorities, the highest first, where any item has one. */
export const priorityTable = (view: View): Markup | undefined => {
  const { board, words, say } = view;
  if (board.priorities.length === 0) return undefined;
  const lines = board.priorities.map(({ priority, ...line }) => ({
    ...line,
    name: priority ? words.priority[priority] : say.noPriority,
  }));
  return groupTable(say.heading.priorities, lines, view);
};
