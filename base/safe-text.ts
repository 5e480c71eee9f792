/**
 * Text from outside on one line that reads as it is stored: no line breaks or other control characters
 * (header injection, forged lines), no invisible format characters (such as U+202E, which reverses text),
 * no broken surrogates.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\u{FFFD}')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

/** Text whose line breaks are spaces, for a format that has one line for it. */
export const unbroken = (text: string): string =>
  text.trim().replace(/\s+/g, (gap) => (/[\r\n]/.test(gap) ? ' ' : gap));

/** At most `max` UTF-16 units, never half a character; an ellipsis says that something is missing. */
export const capped = (text: string, max: number): string => {
  if (text.length <= max) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length >= max) break;
    kept += character;
  }
  return `${kept}…`;
};
