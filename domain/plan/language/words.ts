import type { FaultDetail, FaultType, Place } from '../fault';

/** How a language says what is wrong at a place, and what to do about it. */
export interface FaultWords {
  /** Line and item, before the sentence. */
  lead: (place: Place) => string;
  sentence: { [T in FaultType]: (fault: Place & Extract<FaultDetail, { type: T }>) => string };
}
