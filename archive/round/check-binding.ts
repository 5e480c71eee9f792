import { Clock, REAL_TIME } from '../../domain/calendar/clock';
import { bindingIn } from '../binding';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';

/** The clock of the round, which its opening tells; one that was not signed is real time, unless it was a drill. */
const clockOf = ({ round, opening }: RoundContent): Clock | undefined => {
  if (opening) return Clock.safeParse(opening.clock).data;
  return round && round.drill === undefined ? REAL_TIME : undefined;
};

/** What the signed commands to a round were bound to, held against its record. */
export const roundBoundIn = (record: RoundContent): ReturnType<typeof bindingIn> => {
  const { log, opening } = record;
  if (!log) return { faults: [], unbound: 0 };
  const bound = { file: ROUND_RECORD.log, log, genesis: opening?.genesis, clock: clockOf(record) };
  return bindingIn(bound, (command) => 'round' in command);
};
