type Fault = { type: string };
type FaultSentences<F extends Fault> = { [T in F['type']]: (fault: Extract<F, { type: T }>) => string };

/** The sentence of a language for any fault of a kind. */
export const sayFault =
  <F extends Fault>(sentences: FaultSentences<F>) =>
  (fault: F): string => {
    const sentence = sentences[fault.type as F['type']] as (fault: Fault) => string;
    return sentence(fault);
  };
