import { stringify } from 'yaml';

/** A text as a value of YAML on one line, whatever is in it. */
export const scalar = (text: string): string =>
  stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
