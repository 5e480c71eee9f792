import type { RoundEvent } from '../../../../../domain/round/event';
import { judgeRound } from '../../../../../domain/round/judge';
import { genesisOf } from '../../../../api/binding';
import { authorIn } from '../../../commands/commands';
import { roundCommandOf, type RoundSaying, type RoundSeen } from '../../../commands/round-commands';
import type { Cli } from '../../../context';
import type { DecisionOptions } from '../../shared/decide';

/** What a command would come to in a round now; undefined where it would be refused. */
export const roundVerdict = (
  cli: Cli,
  seen: RoundSeen,
  { saying, options }: { saying: RoundSaying; options: DecisionOptions },
): RoundEvent['type'] | undefined => {
  const { ledger, log, imported } = seen;
  const { head, calendar, clock, rows, now } = ledger;
  const author = authorIn(cli, head.roster, options.deputyFor);
  const command = roundCommandOf(author, head.round, seen, saying);
  const round = { head, calendar, clock, genesis: genesisOf(ledger), rows, log, pieces: 0 };
  const verdict = judgeRound(command, { ...round, ...(imported && { items: imported }) }, now);
  return 'event' in verdict ? verdict.event.type : undefined;
};
