import { TITLE_LINE } from '../paper-text';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** What no line begins with, and what none ends with (GB/T 15834-2011, 5.1). */
const BEFORE = /^[”’》）】、，。；：？！]/u;
const AFTER = /[“‘《（【]$/u;

/** Words with the marks that stay beside them. */
const unbroken = (title: string): string[] => {
  const parts: string[] = [];
  for (const { segment } of WORDS.segment(title)) {
    const last = parts.at(-1);
    if (last !== undefined && (BEFORE.test(segment) || AFTER.test(last)))
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
};

/** A title in as few lines as it needs, of nearly one length, parted between words; one that is parted stays so. */
export const titleLines = (title: string): string => {
  if (title.includes('\n')) return title;
  const length = Math.ceil(title.length / Math.ceil(title.length / TITLE_LINE));
  const lines = [''];
  for (const part of unbroken(title)) {
    const line = lines.at(-1) ?? '';
    const isFull = line.length >= length || line.length + part.length > TITLE_LINE;
    if (isFull && line !== '') lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.join('\n');
};
