import type { DraftItem, DraftMeasure } from '../draft';
import { dueBy, latestOf, type SaidTime } from '../said-time';
import type { SourceCell } from '../source';

/** The time of a row, and the cell that has it: one that was merged is that of several rows. */
export type TimeCell = { cell: SourceCell; time: SaidTime };

/** What a row gives for its item; of a cell that was merged the handler is given once, the times with each row. */
export type RowOfItem = {
  steps: DraftMeasure[];
  /** Of the item, or of what is done in this row. */
  time?: TimeCell;
  /** From a column for the times of measures. */
  measureTime?: TimeCell;
  handler?: string;
};

/** One cell for the times of all measures, merged over their rows, is the time of their item. */
const asTimeOfItem = (rows: readonly RowOfItem[]): readonly RowOfItem[] => {
  const cells = new Set(rows.map(({ measureTime }) => measureTime?.cell));
  const isMerged = rows.length > 1 && cells.size === 1 && !cells.has(undefined);
  if (!isMerged) return rows;
  return rows.map(({ measureTime, time = measureTime, ...row }) => ({ ...row, ...(time && { time }) }));
};

/** Puts together what the rows of an item give: what they say differently is said of their measures. */
export const closeItem = (item: DraftItem, given: readonly RowOfItem[]): void => {
  const rows = asTimeOfItem(given);
  const times = new Map(rows.flatMap(({ time }) => (time ? [[time.cell, time.time] as const] : [])));
  const dates = [...times.values()].filter(({ date }) => date !== undefined);
  const handlers = rows.filter(({ handler }) => handler !== undefined);
  for (const { steps, time, measureTime, handler } of rows)
    for (const step of steps)
      item.measures.push({
        ...(dates.length > 1 && dueBy(time?.time)),
        ...dueBy(measureTime?.time),
        ...step,
        ...(handlers.length > 1 && handler !== undefined && step.owner === undefined && { owner: handler }),
      });
  Object.assign(item, dueBy(latestOf([...times.values()])));
  const [first] = handlers;
  if (first?.handler !== undefined) item.handler = first.handler;
  const kind = [...times.values()].map((time) => time.kind).find((found) => found !== undefined);
  if (kind) item.kind ??= kind;
};
