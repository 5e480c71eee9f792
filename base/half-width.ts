const SPACES = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** The full-width forms of ASCII, one for one (Unicode block FF00). */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

const toHalf = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** The same text in half width, of the same length, so that a place in one is a place in the other. */
export const fold = (text: string): string => text.replace(SPACES, ' ').replace(FULL_WIDTH, toHalf);

/** What two texts have in common however they are typed: half width, no spaces. */
export const bare = (text: string): string => fold(text).replace(/\s+/g, '');

/** Columns on a page: a Chinese character takes two. */
export const columnsOf = (text: string): number => text.length + (text.match(/[^\0-\u02ff]/g)?.length ?? 0);
