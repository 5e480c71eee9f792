import { html, type Markup } from '../../../base/markup';
import { yuanText } from '../../../base/money';
import { isMoney, RESULT_KINDS } from '../../../domain/item/result-kind';
import { STATUSES } from '../../../domain/item/states';
import { PUBLISHED } from '../../../domain/round/published';
import { doneIn, figureName, openIn, PLAIN_FIGURES, type PlainFigure } from '../figures';
import type { View } from './view';

/** Figures that call for somebody as long as they are not zero. */
const ALARMS: readonly PlainFigure[] = ['overdue', 'undeliverable'];

const tile = (label: string, value: number, name: string | undefined, alarm = false): Markup => {
  const look = value === 0 ? 'zero' : alarm ? 'alarm' : '';
  const number =
    name === undefined ? html`<b>${String(value)}</b>` : html`<b data-figure="${name}">${String(value)}</b>`;
  return html`<div class="${look}">
    <dt>${label}</dt>
    <dd>${number}</dd>
  </div>`;
};

/** The totals of the round in one line. */
export const figures = ({ board: { totals }, say }: View): Markup => {
  const [first, ...others] = PLAIN_FIGURES.map((figure) =>
    tile(say.figure[figure], totals[figure], figureName.plain(figure), ALARMS.includes(figure)),
  );
  return html`<dl class="figures">
    ${first} ${tile(say.figure.done, doneIn(totals), undefined)}
    ${tile(say.figure.open, openIn(totals), undefined)} ${others}
  </dl>`;
};

type Share = { label: string; value: number; name: string };

const share = ({ label, value, name }: Share, all: number): Markup => {
  const width = all === 0 ? 0 : Math.round((value / all) * 1000) / 10;
  return html`<tr class="${value === 0 ? 'zero' : ''}">
    <th scope="row">${label}</th>
    <td class="n" data-figure="${name}">${String(value)}</td>
    <td class="bar">
      <svg viewBox="0 0 100 7" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 0H${String(width)}V7H0Z" />
      </svg>
    </td>
  </tr>`;
};

/** One line for each of these, with its share of the whole. */
const shares = <K extends string>(
  { board: { totals } }: View,
  heading: string,
  keys: readonly K[],
  of: (key: K) => Share,
): Markup =>
  html`<section>
    <h2>${heading}</h2>
    <table class="shares">
      <tbody>
        ${keys.map((key) => share(of(key), totals.items))}
      </tbody>
    </table>
  </section>`;

/** What the items have brought together (整改成效); nothing where that is nothing. */
const results = ({ words, say, board }: View): Markup[] => {
  const { resultTotals } = board.totals;
  if (!resultTotals) return [];
  const rows = RESULT_KINDS.flatMap((kind) => {
    const figure = resultTotals[kind];
    if (figure === undefined) return [];
    const text = isMoney(kind) ? say.yuan(yuanText(figure)) : String(figure);
    return html`<tr>
      <th scope="row">${words.resultKind[kind]}</th>
      <td class="n" data-figure="${figureName.result(kind)}" data-value="${String(figure)}">${text}</td>
    </tr>`;
  });
  return [
    html`<section>
      <h2>${say.heading.results}</h2>
      <table class="shares">
        <tbody>
          ${rows}
        </tbody>
      </table>
    </section>`,
  ];
};

/** How many items are in which state, and under which heading they would be published. */
export const distributions = (view: View): Markup[] => {
  const { words, say, board } = view;
  const { byStatus, byPublished } = board.totals;
  return [
    shares(view, say.heading.status, STATUSES, (status) => {
      return { label: words.status[status], value: byStatus[status], name: figureName.status(status) };
    }),
    shares(view, say.heading.published, PUBLISHED, (key) => {
      return { label: words.published[key], value: byPublished[key], name: figureName.published(key) };
    }),
    ...results(view),
  ];
};
