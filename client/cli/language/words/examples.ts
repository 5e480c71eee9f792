import type { VerbName } from '../../verbs/table';

/** One to four command lines as a person would type them; after ` # ` what they do, if that is not plain. */
export type Examples = readonly [string, string?, string?, string?];

/** Examples of every verb: one that lacks them does not compile, one that is wrong fails in examples.test.ts. */
export type ExampleWords = Record<VerbName, Examples>;
