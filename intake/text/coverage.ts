import type { PageText } from './page-text';
import type { NoteDetail } from '../draft';

type Left = { line: number } & Extract<NoteDetail, { type: 'unused' | 'left-out' }>;

/** Punctuation, spaces and words that only lead to what follows say nothing by themselves. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Which parts of a text were taken into the draft: what was not is listed. */
export class Coverage {
  readonly #used: Uint8Array;

  constructor(private readonly text: PageText) {
    this.#used = new Uint8Array(text.text.length);
  }

  use(from: number, to: number): void {
    this.#used.fill(1, from, to);
  }

  has(at: number): boolean {
    return this.#used[at] === 1;
  }

  /** Every line, and every part of a line, that was not taken. */
  rest(): Left[] {
    const pages = this.text.unused.map(({ line, text }): Left => ({ line, type: 'unused', text }));
    return [...pages, ...this.text.lines.flatMap((line) => this.#restOf(line))];
  }

  #restOf({ line, text, from, to }: PageText['lines'][number]): Left[] {
    const used = this.#used.subarray(from, to);
    if (!used.includes(1)) return [{ line, type: 'unused', text }];
    const gaps: string[] = [];
    for (let at = used.indexOf(0); at >= 0;) {
      const end = used.indexOf(1, at);
      gaps.push(text.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? -1 : used.indexOf(0, end);
    }
    return gaps
      .filter((gap) => SAYS_SOMETHING.test(gap))
      .map((gap) => ({ line, type: 'left-out', text: gap.trim() }));
  }
}
