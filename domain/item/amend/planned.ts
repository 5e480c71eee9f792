import { withAmendment } from '../../round/amend/planned';
import type { PlannedItem } from '../../plan/plan';
import type { Event } from '../event';

/** What an item was planned as, after an event: amendments change it. */
export const plannedAfter = (planned: PlannedItem, event: Pick<Event, 'type'>): PlannedItem =>
  event.type === 'amended' ? withAmendment(planned, event as Extract<Event, { type: 'amended' }>) : planned;
