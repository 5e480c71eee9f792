import { civilOf } from '../../../../domain/calendar/zone';
import type { CivilDate } from '../../../../domain/calendar/civil';
import type { ItemView } from '../../../../domain/item/life';
import { pendingExtension } from '../../../../domain/item/state';

/**
 * The date that a decision on an extension is about, as it was shown. Where nothing was asked for, any date will
 * do for the item to say so.
 */
export const dateShown = ({ state, now }: ItemView): CivilDate =>
  pendingExtension(state)?.newDeadline ?? state.deadline ?? civilOf(now);
