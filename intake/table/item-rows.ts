import type { TimeGiven } from '../deadline';
import type { DraftItem, DraftMeasure } from '../draft';

/** What a row gives for its item; a cell that was merged gives it once. */
export type RowOfItem = { steps: DraftMeasure[]; time?: TimeGiven; handler?: string };

/** Puts together what the rows of an item give: what they say differently is said of their measures. */
export const closeItem = (item: DraftItem, rows: readonly RowOfItem[]): void => {
  const times = rows.filter(({ time }) => time?.date !== undefined);
  const handlers = rows.filter(({ handler }) => handler !== undefined);
  for (const { steps, time, handler } of rows)
    item.measures.push(
      ...steps.map((step) => ({
        ...step,
        ...(times.length > 1 && time?.date && !step.deadline && { deadline: time.date }),
        ...(handlers.length > 1 && handler !== undefined && step.owner === undefined && { owner: handler }),
      })),
    );
  const last = times
    .map(({ time }) => time?.date)
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  if (last) item.deadline = last;
  const [first] = handlers;
  if (first?.handler !== undefined) item.handler = first.handler;
  const kind = rows.map(({ time }) => time?.kind).find((found) => found !== undefined);
  if (kind) item.kind ??= kind;
};
