import type { EventType } from './event';
import type { Status } from './status';

/** The state table: which event leads from which state to which. An event that is not here changes no state. */
export const TRANSITIONS: Record<Status, Partial<Record<EventType, Status>>> = {
  assigned: { acknowledged: 'in-progress' },
  'in-progress': { 'closure-requested': 'leader-review' },
  returned: {
    'progress-reported': 'in-progress',
    'evidence-added': 'in-progress',
    'measure-completed': 'in-progress',
    'closure-requested': 'leader-review',
  },
  'leader-review': { approved: 'acceptance', returned: 'returned' },
  acceptance: { accepted: 'closed', returned: 'returned', 'approval-voided': 'leader-review' },
  closed: { archived: 'archived' },
  archived: {},
};

export const nextStatus = (status: Status, event: EventType): Status => TRANSITIONS[status][event] ?? status;
