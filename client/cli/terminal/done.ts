import type { Paper } from './paper';

/** Says that something was done. */
export const printDone = (paper: Paper, text: string): void => {
  paper.line([{ text: '✓ ', style: 'green' }, text]);
};
