import type { Instant } from '../domain/calendar/zone';
import type { ItemId } from '../base/ids';

/**
 * The parts of an official paper (公文), GB/T 9704-2012: letterhead 发文机关标志, number 发文字号, title 标题,
 * mark (that it is a draft), recipient 主送机关, levels 结构层次, body 正文, signature 署名, date 成文日期, copies 抄送.
 */
export type Part =
  | 'letterhead'
  | 'number'
  | 'title'
  | 'mark'
  | 'recipient'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'body'
  | 'signature'
  | 'date'
  | 'copies';

/** One paragraph. A title has a line break where its words part. */
export type Paragraph = {
  part: Part;
  text: string;
  /** What follows a heading on its own line, in the font of the body. */
  runOn?: string;
  /** Which item it reports on, or that it gives the totals: each does so in exactly one paragraph. */
  about?: ItemId | 'totals';
};

/** A paper in its words and parts; how it looks is the renderer's. A letter (信函格式) has a letterhead in red. */
export type OfficialPaper = {
  form: 'notice' | 'letter';
  title: string;
  /** When it was drawn up, by the round's time. */
  at: Instant;
  paragraphs: readonly Paragraph[];
};
