export type { LetterCase } from './case';
export { LETTER_FORMS, LETTER_RUNGS, type LetterRung } from './forms';
export { type Letter, letterOf, type LetterOptions } from './letter';
