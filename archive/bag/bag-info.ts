import { unbroken } from '../../base/safe-text';
import { BagRefused } from '../../store/errors';

/** Recommended length of a line (RFC 8493, 2.2.2). */
const WIDTH = 79;

/**
 * Folds a long line before the spaces between its words, which become the indent of the next line: unfolded by
 * taking out the line breaks it is what it was. Text without spaces, such as Chinese, stays on one line, since
 * a break would become part of it.
 */
const fold = (label: string, value: string): string => {
  const [first = '', ...words] = value.split(/(?<=[^ \t])(?=[ \t])/);
  const lines: string[] = [];
  let line = `${label}: ${first}`;
  for (const word of words) {
    if (line.length + word.length <= WIDTH) line += word;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join('\n');
};

const isLabel = (label: string): boolean => /^[^\s:]([^:\r\n]*[^\s:])?$/.test(label);

/** The text of `bag-info.txt` (RFC 8493, 2.2.2). A value is one line of text: breaks in it become spaces. */
export const formatBagInfo = (bag: string, info: Readonly<Record<string, string>>): string =>
  Object.entries(info)
    .map(([label, value]) => {
      if (!isLabel(label)) throw new BagRefused(bag, `"${label}" is not a label of bag-info.txt`);
      return `${fold(label, unbroken(value))}\n`;
    })
    .join('');

/** Labels and values of a `bag-info.txt`, in its order, unfolded. Lines that are not elements are skipped. */
export const parseBagInfo = (text: string): [label: string, value: string][] =>
  text
    .replace(/(\r\n|\r|\n)(?=[ \t])/g, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line): [string, string][] => {
      const [, label, value] = /^([^:]+):[ \t](.*)$/.exec(line) ?? [];
      return label === undefined || value === undefined ? [] : [[label, value]];
    });
