import type { RoundId } from '../../../../base/ids';

/** What is said beside the answers of many verbs. */
export interface CommonWords {
  label: (label: string) => string;
  /** Says that a round is a drill. */
  drill: (name: string) => string;
  /** The policy takes people at their word for who they are. */
  claimed: string;
  /** Said whenever a round is taken that was not named this time. */
  lastRound: (round: RoundId) => string;
  /** The bag of an item that the server has forgotten. */
  fromBag: (bag: string) => string;
  /** The log of an item no longer has what its round had seen of it. */
  logWentBack: (number: string, seen: LogSeen, now: LogSeen) => string;
}

/** A log by its length and the time of its last entry. */
export type LogSeen = { entries: number; at: string };
