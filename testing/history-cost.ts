import type { History } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';

const { HistoryEvent } = temporal.api.history.v1;
const { EventType } = temporal.api.enums.v1;

/**
 * Events that count as one billable action each, as Temporal Cloud counts them: a start, an Update, a signal taken or
 * sent, a timer, an activity, an upsert of search attributes, a marker of a patch. Attempts of an activity beyond the
 * first, queries and heartbeats leave no event of their own.
 */
const ACTIONS: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED,
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
  EventType.EVENT_TYPE_MARKER_RECORDED,
]);

const TASK: number = EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED;

/** What the history of a workflow has cost; `bytes` as its events are encoded. */
export type HistoryCost = { actions: number; bytes: number; workflowTasks: number; events: number };

export const costOf = (history: History): HistoryCost => {
  const events = history.events ?? [];
  const ofType = (wanted: (type: number) => boolean) =>
    events.filter(({ eventType }) => typeof eventType === 'number' && wanted(eventType)).length;
  return {
    actions: ofType((type) => ACTIONS.has(type)),
    bytes: events.reduce((sum, event) => sum + HistoryEvent.encode(event).finish().length, 0),
    workflowTasks: ofType((type) => type === TASK),
    events: events.length,
  };
};
