/** Something that keeps a round from being archived, in both languages. */
export type Want = { chinese: string; english: string };

/** A part of the record of a round, or why it cannot be had. */
export type Found<T> = { value: T } | { want: Want };

export const wanted = (chinese: string, english: string): { want: Want } => ({ want: { chinese, english } });
