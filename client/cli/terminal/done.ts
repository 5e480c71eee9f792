import type { Line, Paper } from './paper';

const ofDone = (text: string): Line => [{ text: '✓ ', style: 'green' }, text];

/** Says that something was done. */
export const printDone = (paper: Paper, text: string): void => {
  paper.line(ofDone(text));
};

/** The same of what nobody copies: broken where the screen ends. */
export const printDeed = (paper: Paper, text: string): void => {
  paper.prose(ofDone(text));
};
