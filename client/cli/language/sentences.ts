type Typed = { type: string };

/** A sentence for each type of a union, made from what that type holds. */
export type Sentences<U extends Typed> = { [T in U['type']]: (of: Extract<U, { type: T }>) => string };

/** The sentence for one of them. */
export const sentenceFor = <U extends Typed>(sentences: Sentences<U>, one: U): string => {
  const sentence = sentences[one.type as U['type']] as (of: Typed) => string;
  return sentence(one);
};
