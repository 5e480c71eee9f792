import type { RoundEvent } from '../../../../domain/round/event';
import { authorIn } from '../../commands/commands';
import {
  roundCommandOf,
  type RoundSaying,
  type RoundSeen,
  verdictAhead,
} from '../../commands/round-commands';
import type { Cli } from '../../context';
import type { DecisionOptions } from './decide';

/** What a command would come to in a round now; undefined where it would be refused. */
export const roundVerdict = (
  cli: Cli,
  seen: RoundSeen,
  { saying, options }: { saying: RoundSaying; options: DecisionOptions },
): RoundEvent['type'] | undefined => {
  const { head } = seen.ledger;
  const author = authorIn(cli, head.roster, options.deputyFor);
  const verdict = verdictAhead(roundCommandOf(author, head.round, seen, saying), seen);
  return 'event' in verdict ? verdict.event.type : undefined;
};
