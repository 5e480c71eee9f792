import type { RoundId } from '../../../base/ids';
import type { LogEntry } from '../../../domain/item/log';
import type { PlannedItem } from '../../../domain/plan/plan';
import { RoundCommand } from '../../../domain/round/command';
import type { RoundEvent } from '../../../domain/round/event';
import { judgeRound } from '../../../domain/round/judge';
import type { RoundVerdict } from '../../../domain/round/rule';
import type { RoundLedger } from '../../../workflows/messages';
import { bindingToRound, genesisOf } from '../../api/binding';
import { Refused } from '../../api/errors';
import { principalsFor } from './principals';
import { type Author, envelopeOf, wellFormed } from './commands';

/** What a verb has to say beyond who says it, and to which round. */
export type RoundSaying<C = RoundCommand> = C extends RoundCommand
  ? Omit<C, 'id' | 'round' | 'by' | 'onBehalfOf' | 'at' | 'genesis' | 'seen'>
  : never;

/** A round as a verb finds it. */
export type RoundSeen = {
  ledger: RoundLedger;
  log: readonly LogEntry<RoundEvent>[];
  /** Its plan as it was imported, for whoever needs it. */
  imported?: readonly PlannedItem[] | undefined;
};

/**
 * The command that a verb gives to a round, bound to it as its author is shown it. Throws `Trouble` `bad-command` where it
 * is not of the agreed form.
 */
export const roundCommandOf = (
  author: Author,
  round: RoundId,
  { ledger, log }: RoundSeen,
  saying: RoundSaying,
): RoundCommand =>
  wellFormed(RoundCommand, { ...envelopeOf(author), ...bindingToRound(ledger, log), round, ...saying });

/** How many archive numbers have been given, as the log tells it. */
const piecesIn = (log: RoundSeen['log']): number =>
  log.reduce((sum, { event }) => {
    if (event.type === 'round-opened') return sum + event.items;
    if (event.type === 'plan-amended') return sum + (event.added ?? []).length;
    return event.type === 'item-reopened' || event.type === 'item-restored' ? sum + 1 : sum;
  }, 0);

/** What a round would say to a command now; what counts is what the round says. */
export const verdictAhead = (command: RoundCommand, { ledger, log, imported }: RoundSeen): RoundVerdict => {
  const { head, calendar, clock, rows, now } = ledger;
  const known = { head, calendar, clock, genesis: genesisOf(ledger), rows, log, pieces: piecesIn(log) };
  return judgeRound(command, { ...known, ...(imported && { items: imported }) }, now);
};

/** Refuses at once what the round would refuse. */
export const refuseRoundEarly = (command: RoundCommand, seen: RoundSeen): void => {
  const verdict = verdictAhead(command, seen);
  if (!('refusal' in verdict)) return;
  const isRefused = (given: RoundCommand) => 'refusal' in verdictAhead(given, seen);
  const { roster } = seen.ledger.head;
  throw new Refused(verdict.refusal, principalsFor(command, verdict.refusal, roster, isRefused));
};
