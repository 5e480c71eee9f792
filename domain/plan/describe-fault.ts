import type { Language } from '../round/roster';
import type { PlanFault } from './fault';
import { faultWords } from './language';

/** One line for people: where the fault is, what it is, and what would be accepted. */
export const describeFault = (fault: PlanFault, language: Language): string => {
  const { lead, sentence } = faultWords(language);
  const say = sentence[fault.type] as (fault: PlanFault) => string;
  return lead(fault) + say(fault);
};
