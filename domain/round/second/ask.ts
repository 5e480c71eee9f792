import type { ItemNumber } from '../../../base/ids';
import { nameOf } from '../offices';
import { waitsUntil } from '../opening/wait';
import { type Case, happens, refuse, type RoundVerdict } from '../rule';
import { standingAsked } from './asked';
import type { TwoSigned } from './two-signed';

/**
 * Of a command that takes a second signature: it waits for one. Somebody else's that waits already goes before it; one's own is
 * replaced. Where people are taken at their word nobody signs, so the second gives it.
 */
export const askOrRefuse = (
  { command, state, now }: Case<Exclude<TwoSigned, { type: 'propose-key' }>>,
  { reason, items }: { reason: string; items: ItemNumber[] },
): RoundVerdict => {
  const { type, by, onBehalfOf } = command;
  const { policy, roster } = state.head;
  if (policy.identity === 'claimed')
    return refuse({ type: 'NotAuthorised', command: type, by, roles: ['head'] });
  // Deputies sign for nobody where it takes two.
  if (onBehalfOf) return refuse({ type: 'NotAuthorised', command: type, by, roles: ['office'] });
  const other = standingAsked(state.log).find((one) => one.type === type && one.first.by !== by);
  if (other)
    return refuse({
      type: 'SecondAwaited',
      command: type,
      by: other.first.by,
      name: nameOf(other.first.by, roster),
      until: other.until,
    });
  const until = waitsUntil(now, state.calendar, policy);
  return happens({ type: 'second-asked', command: type, reason, items, until }, items);
};
