import { html, type Markup } from '../../../base/markup';
import { oneLine } from '../../../base/safe-text';
import type { RungId } from '../../../domain/ladder/rung';
import { isInReview } from '../../../domain/item/states';
import { officeNumber } from '../../../domain/plan/plan';
import type { BoardItem, Standing } from '../items';
import type { Mark } from '../ladder';
import type { ItemColumn } from '../language/words';
import { level } from './level';
import { dateText, dayText, joined, narrowDay, small, type View } from './view';

/** This many lines of ended items are shown unfolded on a screen; on paper they always are. */
const UNFOLDED = 60;

/** Signs that stay apart without colour. */
const SIGN = { told: '●', toCome: '○', silent: '–' } as const;

const cell = (label: string, look: string, content: Markup): Markup =>
  html`<td data-l="${label}" class="${look}">${content}</td>`;

const markText = (mark: Mark, view: View): Markup =>
  html`<b>${mark.told ? SIGN.told : SIGN.toCome}</b> ${narrowDay(mark.day, view)}${small(
      mark.again && view.say.again(dayText(mark.again, view)),
    )}`;

/** A rung of the deadline in its column. */
const markCell = (rung: RungId, { ladder }: BoardItem, view: View): Markup => {
  const mark = ladder.marks.find((one) => one.rung === rung);
  const before = ladder.before[rung];
  const earlier = small(before && view.say.before(dateText(before, view)));
  const look = mark === undefined ? 'm silent' : mark.told ? 'm told' : 'm to-come';
  const content = mark === undefined ? html`${SIGN.silent}` : markText(mark, view);
  return cell(view.words.rung[rung], look, html`${content}${earlier}`);
};

const otherMark = (mark: Mark, view: View): Markup =>
  html`<div class="${mark.told ? 'told' : 'to-come'}">
    ${markText(mark, view)} ${view.words.rung[mark.rung]}
  </div>`;

/** Proposals about an item that has ended need no decision any more. */
const proposals = ({ proposals: all, standing }: BoardItem, { say, words }: View): string[] =>
  all
    .filter(({ outcome }) => standing !== 'ended' || outcome)
    .map((proposal) =>
      say.item.letter(words.rung[proposal.rung], {
        ...proposal,
        ...(proposal.number !== undefined && { number: oneLine(proposal.number) }),
      }),
    );

const aside = (item: BoardItem, view: View): string => {
  const { item: said } = view.say;
  return joined([
    oneLine(item.section),
    item.assisting && said.assisting(item.assisting.map(oneLine)),
    `${said.leader} ${oneLine(item.leader.name)}`,
    item.measuresLate > 0 ? said.measuresLate(item.measuresLate) : undefined,
    item.cycle > 1 ? said.life(item.cycle) : undefined,
    item.returns > 0 ? said.returned(item.returns) : undefined,
    item.extensions > 0 ? said.extended(item.extensions) : undefined,
    item.mergedInto && said.mergedInto(officeNumber(item.mergedInto)),
    item.undeliverable ? said.undeliverable : undefined,
    item.logWentBack ? said.logWentBack : undefined,
    ...proposals(item, view),
  ]);
};

const name = (item: BoardItem, view: View): Markup =>
  html`<th scope="row" class="no">${officeNumber(item.number)}</th>
    <td class="problem">${oneLine(item.problem)}${small(aside(item, view))}</td>`;

const priorityCell = ({ priority, tags = [] }: BoardItem, view: View): Markup | undefined => {
  if (!view.hasPriorities) return undefined;
  const look = priority === 'high' ? 'level caution' : '';
  const word = priority && html`<span class="${look}">${view.words.priority[priority]}</span>`;
  return cell(view.say.column.priority, '', html`${word}${small(tags.map(oneLine).join(' · '))}`);
};

const rungCells = (item: BoardItem, view: View): Markup[] =>
  view.board.rungs.map((rung) => markCell(rung, item, view));

/** The date that counts now with the days to it, where it is not the deadline itself. */
const pressingText = ({ due, status }: BoardItem, view: View): Markup | undefined => {
  if (!due) return undefined;
  const day = dayText(due, view);
  const { review, checkIn } = view.say.item;
  const of = isInReview(status) ? review(day) : status === 'sustained' ? checkIn(day) : undefined;
  const left = view.words.date.left(due.days);
  return html`<small class="${due.days < 0 ? 'alarm' : ''}">${joined([of, left])}</small>`;
};

const original = ({ originalDeadline }: BoardItem, view: View): Markup | undefined =>
  small(originalDeadline && view.say.item.original(dateText(originalDeadline, view)));

const deadline = (item: BoardItem, view: View): Markup => {
  const { deadline: day, sustainedUntil: until } = item;
  const sustained = small(until && view.say.item.sustained(dayText(until, view)));
  return html`${day ? dayText(day, view) : view.words.date.none}${original(item, view)}${sustained}`;
};

const openRow = (item: BoardItem, view: View): Markup => {
  const { say, words, board } = view;
  const { column } = say;
  const { awaited } = item;
  const who = awaited && say.item.awaited(words.role[awaited.side], oneLine(awaited.name));
  const others = item.ladder.marks.filter(({ rung }) => !board.rungs.includes(rung));
  return html`<tr data-item="${item.number}">
    ${name(item, view)} ${priorityCell(item, view)}
    ${cell(column.status, '', html`${words.status[item.status]}${small(who)}`)}
    ${cell(column.deadline, 'd', html`${deadline(item, view)}${pressingText(item, view)}`)}
    ${cell(column.level, '', html`${item.level && level(item.level, view)}`)} ${rungCells(item, view)}
    ${cell(column.others, 'others', html`${others.map((mark) => otherMark(mark, view))}`)}
  </tr>`;
};

/** When it was closed or withdrawn; for a closure also when it was asked for, and whether before a deadline. */
const outcome = (item: BoardItem, view: View): Markup => {
  const { item: said } = view.say;
  const { requestedOn, endedOn, status, closedLate } = item;
  const ended = html`${endedOn && dateText(endedOn, view)}`;
  if (status === 'withdrawn') return ended;
  const timeliness = closedLate
    ? html`<span class="level caution">${said.late}</span>`
    : html`${item.deadline && said.inTime}`;
  return html`${ended} ${timeliness}${small(requestedOn && said.requested(dateText(requestedOn, view)))}`;
};

const endedRow = (item: BoardItem, view: View): Markup => {
  const { say, words } = view;
  const { column } = say;
  return html`<tr data-item="${item.number}">
    ${name(item, view)} ${priorityCell(item, view)}
    ${cell(column.status, '', html`${words.status[item.status]}${small(words.published[item.published])}`)}
    ${cell(column.deadline, 'd', deadline(item, view))} ${cell(column.outcome, 'd', outcome(item, view))}
    ${rungCells(item, view)}
    ${cell(column.archive, 'others archive', html`${item.archiveNumber ?? say.item.notFiled}`)}
  </tr>`;
};

const OPEN_COLUMNS = [
  'number',
  'problem',
  'priority',
  'status',
  'deadline',
  'level',
] as const satisfies readonly ItemColumn[];
const ENDED_COLUMNS = [
  'number',
  'problem',
  'priority',
  'status',
  'deadline',
  'outcome',
] as const satisfies readonly ItemColumn[];

const shownOf = (columns: readonly ItemColumn[], view: View): readonly ItemColumn[] =>
  view.hasPriorities ? columns : columns.filter((column) => column !== 'priority');

const head = (all: readonly ItemColumn[], last: ItemColumn, view: View): Markup => {
  const { board, words, say } = view;
  const columns = shownOf(all, view);
  return html`<thead>
    <tr>
      ${columns.map((column) => html`<th scope="col" class="c-${column}">${say.column[column]}</th>`)}
      ${board.rungs.map((rung) => html`<th scope="col" class="c-rung">${words.rung[rung]}</th>`)}
      <th scope="col" class="c-others">${say.column[last]}</th>
    </tr>
  </thead>`;
};

const group = (standing: Standing, view: View): Markup | undefined => {
  const items = view.board.items.filter((item) => item.standing === standing);
  if (items.length === 0) return undefined;
  const columns = shownOf(OPEN_COLUMNS, view).length + view.board.rungs.length + 1;
  return html`<tbody class="${standing}">
    <tr class="band">
      <th colspan="${String(columns)}" scope="rowgroup">
        ${view.say.standing[standing]} <b>${String(items.length)}</b>
      </th>
    </tr>
    ${items.map((item) => openRow(item, view))}
  </tbody>`;
};

const openTable = (view: View): Markup | undefined => {
  const groups = (['overdue', 'warned', 'open'] as const).flatMap((standing) => group(standing, view) ?? []);
  if (groups.length === 0) return undefined;
  return html`<table class="items">
    ${head(OPEN_COLUMNS, 'others', view)} ${groups}
  </table>`;
};

const endedTable = (view: View): Markup | undefined => {
  const items = view.board.items.filter(({ standing }) => standing === 'ended');
  if (items.length === 0) return undefined;
  const content = html`<summary>${view.say.standing.ended} <b>${String(items.length)}</b></summary>
    <table class="items">
      ${head(ENDED_COLUMNS, 'archive', view)}
      <tbody>
        ${items.map((item) => endedRow(item, view))}
      </tbody>
    </table>`;
  return items.length > UNFOLDED
    ? html`<details>${content}</details>`
    : html`<details open="">${content}</details>`;
};

const legend = ({ say: { legend: said }, year }: View): Markup =>
  html`<p class="legend">
    ${joined([
      `${SIGN.told} ${said.told}`,
      `${SIGN.toCome} ${said.toCome}`,
      `${SIGN.silent} ${said.silent}`,
      said.again,
      said.before,
      said.provisional,
      said.year(year),
    ])}
  </p>`;

/** Every item with its ladder, the worst first; those that have ended apart. */
export const itemTables = (view: View): Markup =>
  html`<section>
    <h2>${view.say.heading.items}</h2>
    ${legend(view)} ${openTable(view)} ${endedTable(view)}
  </section>`;
