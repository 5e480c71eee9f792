import type { EventType } from './event';
import { isOpen, STATUSES, type Status } from './states';

type Transitions = Record<Status, Partial<Record<EventType, Status>>>;

const OWN: Transitions = {
  assigned: { acknowledged: 'in-progress' },
  'in-progress': { 'closure-requested': 'leader-review' },
  returned: {
    'progress-reported': 'in-progress',
    'evidence-added': 'in-progress',
    'evidence-withdrawn': 'in-progress',
    'measure-completed': 'in-progress',
    'result-recorded': 'in-progress',
    'result-corrected': 'in-progress',
    'closure-requested': 'leader-review',
  },
  'leader-review': {
    approved: 'acceptance',
    returned: 'returned',
    'closure-withdrawn': 'in-progress',
    'closure-voided': 'in-progress',
  },
  acceptance: {
    accepted: 'closed',
    'stage-accepted': 'sustained',
    returned: 'returned',
    'approval-voided': 'leader-review',
    'closure-withdrawn': 'in-progress',
    'closure-voided': 'in-progress',
  },
  sustained: { 'sustaining-ended': 'acceptance' },
  closed: { archived: 'archived' },
  archived: {},
  /** Its record goes into the archive too, but its state stays. */
  withdrawn: {},
};

/** The state table: which event leads from which state to which. An event that is not here changes no state. */
export const TRANSITIONS: Transitions = Object.fromEntries(
  STATUSES.map((status) => [
    status,
    { ...OWN[status], ...(isOpen(status) && { withdrawn: 'withdrawn' as const }) },
  ]),
) as Transitions;

export const nextStatus = (status: Status, event: EventType): Status => TRANSITIONS[status][event] ?? status;
