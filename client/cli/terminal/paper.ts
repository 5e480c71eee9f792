import { createColors } from 'picocolors';
import { safe, safeJson, safeLines } from '../../../base/printable';
import type { ValueName, Values } from '../json/values';
import { layTable, type TableOf } from './table';
import type { Terminal } from './terminal';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';
export type Piece = string | { text: string; style: Style };
export type Line = Piece | readonly Piece[];

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
