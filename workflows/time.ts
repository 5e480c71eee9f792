import { condition } from '@temporalio/workflow';
import { type Clock, isDrill } from '../domain/calendar/clock';
import { type Instant, readable } from '../domain/calendar/zone';

/** The real time of this workflow task: the same on every replay. */
export const realNow = (): number => new Date().getTime();

/** A timer's summary in the Temporal UI. */
export const wakeSummary = (what: string, at: Instant, clock: Clock): string =>
  `${isDrill(clock) ? '【演练】' : ''}${what} ${readable(at)}`;

/** Waits until something has changed or a real instant has come; without an instant, only for a change. */
export const until = async (
  changed: () => boolean,
  at: number | undefined,
  summary: string,
): Promise<void> => {
  if (at === undefined) return condition(changed);
  const left = at - realNow();
  if (left > 0) await condition(changed, left, { summary });
};
