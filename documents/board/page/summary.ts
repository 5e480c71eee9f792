import { html, type Markup } from '../../../base/markup';
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
  ];
};
