import type { Note } from '..';

/** Why text that a file holds is not read. */
export type WhyUnseen = Extract<Note, { type: 'not-shown' }>['why'];

/** Collects what was left out because nobody sees it, or because it was struck out: once for each place and reason. */
export class Unseen {
  readonly #texts = new Map<string, { line: number; why: WhyUnseen; texts: string[] }>();

  add(line: number, why: WhyUnseen, text: string): void {
    if (text.trim() === '') return;
    const key = `${line} ${why}`;
    const known = this.#texts.get(key);
    if (known) known.texts.push(text.trim());
    else this.#texts.set(key, { line, why, texts: [text.trim()] });
  }

  notes(): Note[] {
    return Array.from(this.#texts.values(), ({ line, why, texts }) => ({
      line,
      type: 'not-shown',
      why,
      text: texts.join(' | '),
    }));
  }
}
