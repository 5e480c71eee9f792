import type { Instant } from '../calendar/zone';
import { admitted } from '../item/admission';
import type { RoundCommand } from './command';
import { decideRound } from './decide';
import type { RoundState, RoundVerdict } from './rule';

/** What a command that comes for the first time would do to a round, or why it would be refused; as `judge` for items. */
export const judgeRound = (command: RoundCommand, state: RoundState, now: Instant): RoundVerdict =>
  admitted(decideRound(command, state, now), command, state.log);
