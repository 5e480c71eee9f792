/** Every two-byte character of GB 18030, to write with what Node can only read. */
const codes = new Map<string, readonly [number, number]>();

const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);

/** A text as Chinese Windows writes it. */
export const gbkOf = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character < '\x80') return [character.charCodeAt(0)];
      const code = codes.get(character);
      if (code === undefined) throw new Error(`${character} has no code of two bytes`);
      return code;
    }),
  );
