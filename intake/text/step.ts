import { bare } from '../../base/half-width';
import { outlineOf } from './outline';
import { PageText } from './page-text';
import { leadsToList } from './signs';

/** The end of a step says nothing: `；`, `。`. */
export const trimmedStep = (words: string): string =>
  words.replace(/^[\s,，:：、]+|(?<![\s,，;；。、(（])[\s,，;；。、(（]+$/g, '');

const OPENS = '([{（【〔《「“';
const CLOSES = ')]}）】〕》」”';

/** A line by its semicolons, but for those in brackets and quotes. */
const atSemicolons = (line: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (OPENS.includes(character)) depth += 1;
    else if (CLOSES.includes(character)) depth = Math.max(depth - 1, 0);
    else if (depth === 0 && /[;；]/.test(character)) {
      parts.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, line.slice(from)];
};

/** `lead`: what stands before numbered steps and only leads to them; else empty. */
export type Steps = { lead: string; steps: string[] };

/** The steps in a cell: numbered in any style, else one in each line or up to each semicolon. */
export const readSteps = (cell: string): Steps => {
  const lines = cell.split('\n').map((line, index) => ({ line: index + 1, text: line }));
  const text = new PageText(lines, false);
  const { nodes } = outlineOf(text);
  const first = nodes[0]?.mark.from ?? text.text.length;
  const before = text.text.slice(0, first);
  const leads = nodes.length > 0 && leadsToList(text.folded.slice(0, first));
  const unnumbered = nodes.length === 0 ? before.split('\n').flatMap(atSemicolons) : before.split('\n');
  const steps = [...(leads ? [] : unnumbered), ...nodes.map(({ from, to }) => text.words(from, to))];
  return {
    lead: leads ? trimmedStep(text.words(0, first)) : '',
    steps: steps.map(trimmedStep).filter((step) => bare(step) !== ''),
  };
};

export const stepsIn = (cell: string): string[] => readSteps(cell).steps;
