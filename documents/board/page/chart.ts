import { addDays, addMonths, type CivilDate, daysBetween, yearOf } from '../../../domain/calendar/civil';
import { html, type Markup } from '../../../base/markup';
import type { BurnDown } from '../burn-down';
import type { View } from './view';

/** The picture's size in its own units; it grows and shrinks with the page. `tick`: room for the name of a day. */
type Frame = { id: string; width: number; height: number; tick: number };

const MARGIN = { left: 30, right: 12, top: 20, bottom: 24 };

type Scale = { x: (days: number) => number; y: (items: number) => number };

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** How many items lie between two lines of the grid. */
const stepOf = (items: number): number => STEPS.find((one) => items / one <= 6) ?? 1000;

const scaleOf = ({ from, to, items }: BurnDown, { width, height }: Frame): Scale => {
  const top = Math.ceil(items / stepOf(items)) * stepOf(items);
  const days = daysBetween(from, to) + 1;
  const wide = width - MARGIN.left - MARGIN.right;
  const high = height - MARGIN.top - MARGIN.bottom;
  const short = (value: number) => Math.round(value * 10) / 10;
  return {
    x: (day) => short(MARGIN.left + (day / days) * wide),
    y: (count) => short(MARGIN.top + (1 - count / Math.max(top, 1)) * high),
  };
};

type Corner = readonly [day: number, items: number];

/** The corners of a series drawn in steps: a number holds until the end of the day that changes it. */
const cornersOf = (series: readonly number[]): Corner[] => {
  const [first = 0] = series;
  const corners: Corner[] = [[0, first]];
  let last = first;
  for (const [day, items] of series.entries()) {
    if (items !== last) corners.push([day, last], [day, items]);
    last = items;
  }
  return [...corners, [series.length - 1, last]];
};

const pathOf = (corners: readonly Corner[], { x, y }: Scale): string =>
  corners.map(([day, items], index) => `${index === 0 ? 'M' : 'L'}${x(day)} ${y(items)}`).join('');

const countTicks = (items: number): number[] => {
  const step = stepOf(items);
  return Array.from({ length: Math.ceil(items / step) + 1 }, (_, index) => index * step);
};

/** How far apart the named days are: some days, else some months. */
const intervalOf = (days: number, room: number): ((from: CivilDate, index: number) => CivilDate) => {
  const step = [1, 2, 7, 14].find((one) => days / one <= room);
  if (step !== undefined) return (from, index) => addDays(from, step * index);
  const months = [1, 2, 3, 6, 12, 24, 60].find((one) => days / (30.4 * one) <= room) ?? 120;
  return (from, index) => addMonths(`${from.slice(0, 8)}01` as CivilDate, months * (index + 1));
};

/** The days labelled below the axis: the first one, then at even distances. */
export const dayTicks = ({ from, to }: Pick<BurnDown, 'from' | 'to'>, room: number): CivilDate[] => {
  const days = daysBetween(from, to) + 1;
  const next = intervalOf(days, room);
  const ticks: CivilDate[] = [from];
  for (let index = 0; index <= room; index += 1) {
    const day = next(from, index);
    const distance = daysBetween(ticks.at(-1) ?? from, day);
    if (day <= to && distance >= (days / room) * 0.9) ticks.push(day);
  }
  return ticks;
};

/** The year is shown at the first day, and wherever it changes. */
const tickText = (day: CivilDate, index: number, ticks: readonly CivilDate[]): string => {
  const before = ticks[index - 1];
  return before !== undefined && yearOf(before) === yearOf(day) ? day.slice(5) : day;
};

const axes = (burnDown: BurnDown, frame: Frame, { x, y }: Scale): Markup[] => {
  const right = frame.width - MARGIN.right;
  const days = dayTicks(burnDown, Math.floor((frame.width - MARGIN.left) / frame.tick));
  return [
    ...countTicks(burnDown.items).map(
      (items) =>
        html`<path class="grid" d="M${String(MARGIN.left)} ${String(y(items))}H${String(right)}" /><text
            class="tick end"
            x="${String(MARGIN.left - 6)}"
            y="${String(y(items) + 4)}"
            >${String(items)}</text
          >`,
    ),
    ...days.map((day, index) => {
      const at = String(x(daysBetween(burnDown.from, day)));
      return html`<path class="grid" d="M${at} ${String(y(0))}v4" /><text
          class="tick middle"
          x="${at}"
          y="${String(frame.height - 6)}"
          >${tickText(day, index, days)}</text
        >`;
    }),
  ];
};

/** The end of the past: the end of today, or of the day on which the last item ended. */
const lastMark = ({ from, until }: BurnDown, frame: Frame, { x, y }: Scale, label: string): Markup => {
  const at = x(daysBetween(from, until) + 1);
  const side = at > frame.width / 2 ? 'end' : '';
  return html`<path class="today" d="M${String(at)} ${String(MARGIN.top - 6)}V${String(y(0))}" /><text
      class="tick ${side}"
      x="${String(at + (side === '' ? 4 : -4))}"
      y="${String(MARGIN.top - 8)}"
      >${`${label} ${until}`}</text
    >`;
};

/** The values of the series at the end of the last past day. */
const figuresNow = ({ from, until, open, working, due, originallyDue }: BurnDown) => {
  const now = daysBetween(from, until) + 1;
  const at = (series: readonly number[]): number => series[now] ?? 0;
  return { open: at(open), working: at(working), due: at(due), originallyDue: at(originallyDue) };
};

const picture = ({ board: { burnDown, today }, say }: View, frame: Frame): Markup => {
  const scale = scaleOf(burnDown, frame);
  const [open, working, due, first] = [
    burnDown.open,
    burnDown.working,
    burnDown.due,
    burnDown.originallyDue,
  ].map(cornersOf);
  if (!open || !working || !due || !first) return html``;
  const { id, width, height } = frame;
  return html`<svg
    class="${id}"
    viewBox="0 0 ${String(width)} ${String(height)}"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
  >
    <title id="${id}-title">${say.heading.burnDown}</title>
    <desc id="${id}-desc">${say.chart.description({ ...burnDown, ...figuresNow(burnDown) })}</desc>
    ${axes(burnDown, frame, scale)}
    <path class="review" d="${pathOf([...open, ...working.toReversed()], scale)}Z" />
    <path class="first" d="${pathOf(first, scale)}" />
    <path class="due" d="${pathOf(due, scale)}" />
    <path class="open" d="${pathOf(open, scale)}" />
    ${lastMark(burnDown, frame, scale, burnDown.until === today ? say.chart.today : say.chart.over)}
  </svg>`;
};

const keyLine = (look: string, label: string, value: number): Markup =>
  html`<li>
    <svg class="key" viewBox="0 0 24 10" aria-hidden="true">
      ${
        look === 'review'
          ? html`<path class="review" d="M0 0H24V10H0Z" />`
          : html`<path class="${look}" d="M0 5H24" />`
      }
    </svg>
    ${label} <b>${String(value)}</b>
  </li>`;

/** One for each kind of page; its style shows that one alone. */
const FRAMES: readonly Frame[] = [
  { id: 'wide', width: 860, height: 300, tick: 72 },
  { id: 'paper', width: 860, height: 250, tick: 72 },
  { id: 'narrow', width: 360, height: 240, tick: 72 },
];

/** Items still open, day by day, against those that the deadlines would leave. */
export const burnDownChart = (view: View): Markup => {
  const { say, board } = view;
  const now = figuresNow(board.burnDown);
  return html`<section class="chart">
    <h2>${say.heading.burnDown}</h2>
    <ul class="keys">
      ${keyLine('open', say.chart.open, now.open)}
      ${keyLine('review', say.chart.inReview, now.open - now.working)}
      ${keyLine('due', say.chart.due, now.due)}
      ${keyLine('first', say.chart.originallyDue, now.originallyDue)}
    </ul>
    ${FRAMES.map((frame) => picture(view, frame))}
  </section>`;
};
