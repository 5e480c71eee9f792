import type { ItemNumber, PersonId, RoundId } from '../../../base/ids';
import type { Clock } from '../../../domain/calendar/clock';
import type { Command } from '../../../domain/item/command';

/** A round that people play, as far as others must know it. */
export type PlayedRound = {
  name: 'scripted' | 'random' | 'probe';
  round: RoundId;
  clock: Clock;
  head: PersonId;
  items: readonly ItemNumber[];
  /** Signs for whoever gives a command; absent where people are taken at their word. */
  sign?: (command: Command) => string;
};

/** Why somebody stopped before they were done. */
export type CutShort = { who: string; why: string };
