/** Runs of characters that a font of symbols shows at a code, from 0x20 to 0xFF. */
type Table = ReadonlyMap<number, string>;

const tableOf = (runs: Readonly<Record<number, string>>): Table =>
  new Map(
    Object.entries(runs).flatMap(([first, run]) =>
      Array.from(run, (symbol, index): [number, string] => [Number(first) + index, symbol]),
    ),
  );

/** What offices tick, cross, enumerate and point with; other pictures say nothing in a plan. */
const FONTS: ReadonlyMap<string, Table> = new Map(
  Object.entries({
    wingdings: tableOf({
      0x20: ' ',
      0x6c: '●○■□□□□',
      0x80: '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿',
      0x9e: '·•',
      0xa1: '○○○◉◎',
      0xa7: '▪□',
      0xfb: '✗✓☒☑',
    }),
    'wingdings 2': tableOf({
      0x20: ' ',
      0x4f: '✗✓☒☑☒☒',
      0x69: '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿',
      0x96: '··●○○',
      0x9d: '◉◉',
      0xa0: '■■■□□',
      0xa8: '▣',
    }),
    'wingdings 3': tableOf({ 0x20: ' ' }),
    webdings: tableOf({ 0x20: ' ', 0x61: '✓', 0x63: '□', 0x67: '■', 0x72: '✗' }),
    symbol: tableOf({ 0x20: ' ', 0xb4: '×', 0xb7: '•', 0xd6: '√' }),
    marlett: tableOf({ 0x20: ' ', 0x61: '✓✓' }),
  }),
);

const tableNamed = (font: string | undefined): Table | undefined =>
  FONTS.get(font?.trim().toLowerCase() ?? '');

/** Codes of such fonts also stand in the private area from F000 on. */
const plainCode = (code: number): number => (code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);

/**
 * The character that a font shows at a code (`w:sym`), in Unicode; undefined where it is a picture that we have no
 * character for.
 */
export const symbolOf = (font: string | undefined, code: number): string | undefined => {
  const table = tableNamed(font);
  const plain = plainCode(code);
  if (table !== undefined && plain < 0x100) return table.get(plain);
  return code === plain && code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
};

/** A text as its font shows it: of symbols, or of what is no symbol as it stands. */
export const shownIn = (font: string | undefined, text: string): { text: string; unknown: string } => {
  const table = tableNamed(font);
  if (table === undefined) return { text, unknown: '' };
  const shown: string[] = [];
  const unknown: string[] = [];
  for (const character of text) {
    const symbol = symbolOf(font, character.codePointAt(0) ?? 0);
    if (symbol === undefined) unknown.push(character);
    else shown.push(symbol);
  }
  return { text: shown.join(''), unknown: unknown.join('') };
};
