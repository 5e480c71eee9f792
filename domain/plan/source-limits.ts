import { Lexer, LineCounter, Parser } from 'yaml';

/** The largest plan in UTF-16 units: 2,000 items with their measures take half of it. */
export const LONGEST_SOURCE = 2_000_000;

/** The most signs and words: an item has some 150, each costs the parser about 1 KB. */
const MOST_TOKENS = 500_000;

/** How deep lists and maps may be nested; a plan needs seven levels. */
const DEEPEST = 100;

type Overgrown = { size: 'too-large' | 'too-deep'; line: number; column: number };

/**
 * Where a YAML text exceeds what a plan can be; undefined when it does not. The tokens are watched as they
 * come, since the parser keeps them all and recurses: V8 may abort the whole process,
 * not throw, when memory ends or a regular expression must be compiled on a stack that is nearly full.
 */
export const overgrownAt = (text: string): Overgrown | undefined => {
  if (text.length > LONGEST_SOURCE) return { size: 'too-large', line: 1, column: 1 };
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    tokens += 1;
    // The stack holds what is open now: the document, what lies in it, and at last a scalar.
    const tooDeep = parser.stack.length > DEEPEST + 1;
    if (!tooDeep && tokens <= MOST_TOKENS) continue;
    const { line, col } = lines.linePos(parser.offset);
    return { size: tooDeep ? 'too-deep' : 'too-large', line, column: col };
  }
  return undefined;
};
