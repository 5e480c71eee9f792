import { addDays, addMonths, type CivilDate } from '../../calendar/civil';
import { civilOf, type Instant } from '../../calendar/zone';
import { manifestHash } from '../../evidence/manifest';
import type { Policy } from '../../round/policy';
import type { Event } from '../event';
import { reviewDeadline } from '../review-deadline';
import type { ItemContext, ItemState, Sustaining } from '../state';
import { happens, refuse, type Rules } from './rule';

/**
 * The check-in after `last`: one per period of months from the day of the stage, up to the end. It is later than the
 * last one even where the policy has changed the period.
 */
export const checkInAfter = (
  { on, until, last }: { on: CivilDate; until: CivilDate; last: CivilDate },
  { checkIn }: Policy,
): CivilDate | undefined => {
  let day = on;
  for (let months = checkIn.months; day <= last; months += checkIn.months) day = addMonths(on, months);
  return day <= until ? day : undefined;
};

/** The first day of a check-in: one per period, so the day after the one before was due. */
const opensOn = ({ on, checkIns }: Sustaining): CivilDate => addDays(checkIns.at(-1)?.due ?? on, 1);

/** How a sustained item shows that its result lasts. */
export const SUSTAINING: Rules<'check-in'> = {
  'check-in': ({ command, state, context, today }) => {
    const { sustaining } = state;
    const due = sustaining?.checkIn;
    if (!sustaining || !due)
      return refuse({ type: 'CheckInNotDue', ...(sustaining && { until: sustaining.until }) });
    const opens = opensOn(sustaining);
    if (today < opens) return refuse({ type: 'CheckInNotDue', due, opens });
    const { on, until } = sustaining;
    const checkIn = checkInAfter({ on, until, last: due }, context.policy);
    return happens({ type: 'checked-in', text: command.text, due, ...(checkIn && { checkIn }) });
  },
};

/** The first day on which the end date of a sustained item has passed. */
export const dayAfterSustaining = ({ status, sustaining }: ItemState): CivilDate | undefined =>
  status === 'sustained' && sustaining ? addDays(sustaining.until, 1) : undefined;

/**
 * What happens to a sustained item by itself once its end date has passed: it is to be accepted for good, and, if
 * evidence has come since, first to be looked at by the leader again.
 */
export const endOfSustaining = (state: ItemState, context: ItemContext, now: Instant): Event[] => {
  const today = civilOf(now);
  const ends = dayAfterSustaining(state);
  if (!ends || !state.sustaining || today < ends) return [];
  const ended: Event = {
    type: 'sustaining-ended',
    until: state.sustaining.until,
    reviewDeadline: reviewDeadline('acceptor', today, context),
  };
  const last = state.evidence.at(-1);
  if (!last || state.approval?.evidence === manifestHash(state)) return [ended];
  const again = reviewDeadline('leader', today, context);
  return [ended, { type: 'approval-voided', file: last.sha512, reviewDeadline: again }];
};
