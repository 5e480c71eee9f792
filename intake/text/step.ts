import { bare } from '../../base/fold';
import { outlineOf } from './outline';
import { PageText } from './page-text';

const LEADS_ON = /(?:[:]|如下|措施)[\s:。]*$/;

/** The end of a step says nothing: `；`, `。`. */
export const trimmedStep = (words: string): string =>
  words.replace(/^[\s,，:：、]+|[\s,，;；。、(（]+$/g, '');

/** Whether words only lead to the list that follows them. */
export const leadsToList = (folded: string): boolean => LEADS_ON.test(folded);

/** `lead`: what stands before numbered steps and only leads to them; else empty. */
export type Steps = { lead: string; steps: string[] };

/** The steps in a cell: numbered in any style, or one in each line. */
export const readSteps = (cell: string): Steps => {
  const lines = cell.split('\n').map((line, index) => ({ line: index + 1, text: line }));
  const text = new PageText(lines, false);
  const { nodes } = outlineOf(text);
  const first = nodes[0]?.mark.from ?? text.text.length;
  const before = text.text.slice(0, first);
  const leads = nodes.length > 0 && leadsToList(text.folded.slice(0, first));
  const steps = [...(leads ? [] : before.split('\n')), ...nodes.map(({ from, to }) => text.words(from, to))];
  return {
    lead: leads ? trimmedStep(text.words(0, first)) : '',
    steps: steps.map(trimmedStep).filter((step) => bare(step) !== ''),
  };
};

export const stepsIn = (cell: string): string[] => readSteps(cell).steps;
