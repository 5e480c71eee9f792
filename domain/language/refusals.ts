import type { Refusal, RefusalType } from '../refusal';

/** One sentence for each reason: what would be accepted, and who may. */
export type RefusalSentences = { [T in RefusalType]: (refusal: Extract<Refusal, { type: T }>) => string };

/** The sentence of a language for any refusal. */
export const refusalIn =
  (sentences: RefusalSentences) =>
  (refusal: Refusal): string => {
    const sentence = sentences[refusal.type] as (refusal: Refusal) => string;
    return sentence(refusal);
  };
