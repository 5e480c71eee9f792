import type { SaidPlace } from './docx-numbering';
import type { Look } from './docx-styles';
import type { Unseen, WhyUnseen } from './unseen';

/** A paragraph while it is read. */
export class DocxParagraph {
  text = '';
  style: string | undefined;
  readonly place: SaidPlace = {};
  /** How its end looks: where that is hidden or deleted, the next paragraph goes on with it. */
  readonly end: Look & { isDeleted?: true } = {};
  #gap: { why: WhyUnseen; text: string } | undefined;

  constructor(
    /** Its number, from 1. */
    readonly line: number,
    /** The line that things in it are told by: that of its row, in a table. */
    private readonly toldAt: number,
    private readonly unseen: Unseen,
  ) {}

  show(text: string): void {
    this.tell();
    this.text += text;
  }

  /** Keeps apart what is not shown; pieces that follow each other are one. */
  leaveOut(why: WhyUnseen, text: string): void {
    if (this.#gap?.why !== why) this.tell();
    this.#gap = { why, text: (this.#gap?.text ?? '') + text };
  }

  /** Tells what has been left out so far. */
  tell(): void {
    if (this.#gap) this.unseen.add(this.toldAt, this.#gap.why, this.#gap.text);
    this.#gap = undefined;
  }
}
