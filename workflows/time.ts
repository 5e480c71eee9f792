import { condition, patched, workflowInfo } from '@temporalio/workflow';
import { type Clock, isDrill } from '../domain/calendar/clock';
import { type Instant, readable } from '../domain/calendar/zone';

/** How an activity is tried again for as long as it takes: what it needs will be back some day. */
export const PATIENT = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '2 minutes',
} as const;

/** The real time of this workflow task: the same on every replay. */
export const realNow = (): number => new Date().getTime();

/** A timer's summary in the Temporal UI. */
export const wakeSummary = (what: string, at: Instant, clock: Clock): string =>
  `${isDrill(clock) ? '【演练】' : ''}${what} ${readable(at)}`;

/** Beyond so many events a run no longer waits for a quiet moment; at 51,200 the server would end it. */
const LONG = 20_000;

/**
 * Whether a run may continue as new now. What arrives at that moment makes the server return the task, to be replayed
 * from the first event: in a stream of events a run would do little else. So it waits until nothing has come for a
 * second; false as soon as something has, which must be handled first.
 */
export const isQuiet = async (hasNews: () => boolean): Promise<boolean> =>
  workflowInfo().historyLength > LONG || !patched('quiet') || !(await condition(hasNews, '1 second'));
