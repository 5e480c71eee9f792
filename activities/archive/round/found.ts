import type { WantWords } from '../../language/words';

/** Something that keeps a round from being archived, as each language says it. */
export type Want = (say: WantWords) => string;

/** A part of the record of a round, or why it is missing. */
export type Found<T> = { value: T } | { want: Want };

export const wanted = (want: Want): { want: Want } => ({ want });
