import type { BagFault } from '../../store/bag';

type FaultSentences = { [T in BagFault['type']]: (fault: Extract<BagFault, { type: T }>) => string };

/** The sentence of a language for any fault of a bag. */
export const sayFault =
  (sentences: FaultSentences) =>
  (fault: BagFault): string => {
    const sentence = sentences[fault.type] as (fault: BagFault) => string;
    return sentence(fault);
  };
