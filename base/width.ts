import stringWidth from 'string-width';

/** Columns that a text takes on a terminal: a Chinese character takes two. */
export const widthOf = (text: string): number => stringWidth(text);

/** At most `width` columns, never half a character; an ellipsis says that something is missing. */
export const fit = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
};

/** A character of Chinese with the marks that may not stand apart from it, a word, or the room between two. */
const TOKEN =
  /[[(（《“‘「『【]{0,8}(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}，。、；：！？）》”’」』】（《“‘「『【…]+)[\])，。、；：！？）》”’」』】…]*|\s+|[^\s]/gu;

/**
 * Where the lines of a text begin and end that is to be at most `width` columns wide, the second and later ones `less`
 * narrower. Lines break at spaces and between Chinese characters; a word that is too wide for a line stays whole.
 */
export const linesWithin = (text: string, width: number, less: number): { from: number; to: number }[] => {
  const lines: { from: number; to: number }[] = [];
  let [from, to, used] = [0, 0, 0];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const taken = widthOf(token);
    const room = lines.length === 0 ? width : width - less;
    if (token.trim() === '') used += taken;
    else if (used + taken <= room || to === from) {
      used += taken;
      to = index + token.length;
    } else {
      lines.push({ from, to });
      [from, to, used] = [index, index + token.length, taken];
    }
  }
  return [...lines, { from, to: Math.max(to, from) }];
};
