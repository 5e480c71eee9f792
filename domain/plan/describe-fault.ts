import type { Language } from '../round/roster';
import { english } from './fault-words.en';
import { chinese } from './fault-words.zh-CN';
import type { FaultDetail, FaultType, Place, PlanFault } from './fault';

/** How a language says what is wrong at a place, and what to do about it. */
export interface FaultWords {
  /** Line and item, before the sentence. */
  lead: (place: Place) => string;
  sentence: { [T in FaultType]: (fault: Place & Extract<FaultDetail, { type: T }>) => string };
}

const WORDS: Record<Language, FaultWords> = { 'zh-CN': chinese, en: english };

/** One line for people: where the fault is, what it is, and what would be accepted. */
export const describeFault = (fault: PlanFault, language: Language): string => {
  const { lead, sentence } = WORDS[language];
  const say = sentence[fault.type] as (fault: PlanFault) => string;
  return lead(fault) + say(fault);
};
