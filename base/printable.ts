/**
 * What a terminal could act on, or what a reader could not see: control characters (escape sequences begin
 * with one), format characters (such as U+202E, which reverses text), separators and broken surrogates.
 */
const ACTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The picture that Unicode has for a control character: `␛` for ESC. */
export const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\u{FFFD}';
};

/** Text from outside on one line, as it is stored; what a terminal could act on is shown as an escape. */
export const safe = (text: string): string => text.replaceAll('\t', ' ').replace(ACTIVE, picture);

/** The same for text of several lines: its line breaks stay. */
export const safeLines = (text: string): string[] => text.split(/\r?\n/).map(safe);

/** Replaced outside the Basic Multilingual Plane by two escapes, as JSON has it. */
const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/** JSON that reads back as the value, and that a terminal shows without acting on it. */
export const safeJson = (value: unknown, indent: number): string =>
  JSON.stringify(value, null, indent)
    .split('\n')
    .map((line) => line.replace(ACTIVE, escaped))
    .join('\n');
