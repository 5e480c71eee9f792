/** Octets of a line before it is folded; the space that begins a continued line comes on top. */
const LONGEST = 74;

/** Octets of a character in UTF-8; half a surrogate pair counts as the U+FFFD that is written for it. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

const foldedLine = (line: string): string => {
  let [text, length] = ['', 0];
  for (const character of line) {
    const octets = octetsOf(character);
    length += octets;
    if (length > LONGEST) {
      text += '\r\n ';
      length = octets;
    }
    text += character;
  }
  return text;
};

/** Content lines of a calendar with none longer than 75 octets (RFC 5545, 3.1), and no character broken in two. */
export const folded = (text: string): string => text.split('\r\n').map(foldedLine).join('\r\n');
