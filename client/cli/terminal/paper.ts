import { createColors } from 'picocolors';
import { safe, safeJson, safeLines } from '../../../base/printable';
import type { ValueName, Values } from '../json/values';
import { linesWithin } from '../../../base/width';
import { layTable, type TableOf } from './table';
import type { Terminal } from './terminal';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';
export type Piece = string | { text: string; style: Style };
export type Line = Piece | readonly Piece[];

/** How far the later lines of a broken one stand in. */
const STEP = 2;

const piecesOf = (line: Line): readonly Piece[] =>
  typeof line === 'string' || 'style' in line ? [line] : line;

/**
 * The only way to a terminal. Every text is made safe here, whoever wrote it; styles are put on afterwards,
 * so that no text can bring its own.
 */
export class Paper {
  readonly #colours;

  constructor(
    private readonly write: (text: string) => void,
    private readonly screen: Pick<Terminal, 'colour' | 'columns'>,
  ) {
    this.#colours = createColors(screen.colour);
  }

  #dyed(piece: Piece, made: (text: string) => string = safe): string {
    return typeof piece === 'string' ? made(piece) : this.#colours[piece.style](made(piece.text));
  }

  /** One line; line breaks in a text from outside do not make another. */
  line(line: Line = ''): void {
    this.write(
      `${piecesOf(line)
        .map((piece) => this.#dyed(piece))
        .join('')}\n`,
    );
  }

  /** A line that is broken where the screen ends, its later lines a step further in. Not for what is to be copied. */
  prose(line: Line, step = STEP): void {
    const pieces = piecesOf(line);
    const plain = pieces.map((piece) => safe(typeof piece === 'string' ? piece : piece.text));
    const text = plain.join('');
    const { columns } = this.screen;
    if (columns === undefined) {
      this.line(line);
      return;
    }
    const indent = ' '.repeat(Math.min((/^ */.exec(text)?.[0].length ?? 0) + step, columns / 2));
    for (const [index, { from, to }] of linesWithin(text, columns, indent.length).entries()) {
      let at = 0;
      const dyed = pieces.map((piece, which) => {
        const begin = at;
        at += plain[which]?.length ?? 0;
        const part = text.slice(Math.max(from, begin), Math.max(from, begin, Math.min(to, at)));
        return typeof piece === 'string' || part === '' ? part : this.#colours[piece.style](part);
      });
      this.write(`${index === 0 ? '' : indent}${dyed.join('')}\n`);
    }
  }

  /** What somebody wrote, in lines of its own, all indented, broken where the screen ends. */
  paragraphs(text: string, indent: string): void {
    for (const line of text.split(/\r?\n/)) {
      if (line.trim() === '') this.line();
      else this.prose(indent + line, 0);
    }
  }

  /** A text of several lines, all indented. */
  text(text: string, indent = ''): void {
    for (const line of safeLines(text)) this.write(line === '' ? '\n' : `${indent}${line}\n`);
  }

  /** A table, cut to the screen if there is one. */
  table(table: TableOf<Piece>): void {
    const cells = table.rows.map((row) =>
      row.map((piece) => safe(typeof piece === 'string' ? piece : piece.text)),
    );
    const dyed = (text: string, row: number, column: number) => {
      const piece = table.rows[row]?.[column] ?? '';
      return typeof piece === 'string' ? text : this.#colours[piece.style](text);
    };
    const head = (text: string) => this.#colours.bold(text);
    this.write(`${layTable({ ...table, rows: cells }, { columns: this.screen.columns, head, dyed })}\n`);
  }

  /** A result for programs, by its name: one line, or on a screen several. */
  json<Name extends ValueName>(_name: Name, value: Values[Name]): void {
    this.write(`${safeJson(value, this.screen.columns === undefined ? 0 : 2)}\n`);
  }
}
