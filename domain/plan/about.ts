import { z } from 'zod';

/** 优先级, the most important first. */
export const PRIORITIES = ['high', 'normal', 'low'] as const;
export const Priority = z.enum(PRIORITIES);
export type Priority = z.infer<typeof Priority>;

/** What parts tags where several stand in one text, so that none can have it in itself. */
const PARTS = '、,，;；|｜/／#＃';

/** Neither that, nor space, nor what nobody sees. */
const IN_WORD = `[^\\s\\p{Cc}\\p{Cf}\\p{Cs}${PARTS}]+`;

/** A short word; spaces only between those of an alphabet, for beside a Chinese character they part two tags. */
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .regex(new RegExp(`^${IN_WORD}(?:(?<!\\p{Script=Han}) (?!\\p{Script=Han})${IN_WORD})*$`, 'u'));
export type Tag = z.infer<typeof Tag>;

const TAG_GAP = new RegExp(`[${PARTS}\\n]+|(?<=\\p{Script=Han})\\s+|(?<!\\s)\\s+(?=\\p{Script=Han})`, 'u');

/** The tags in a text, `三公经费、津补贴` or `#a #b`, each once. */
export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(TAG_GAP)
      .map((tag) => tag.trim().replace(/\s+/g, ' '))
      .filter((tag) => tag !== ''),
  ),
];

export const Tags = z
  .array(Tag)
  .min(1)
  .max(10)
  .superRefine((tags, context) => {
    tags.forEach((tag, index) => {
      if (tags.indexOf(tag) < index)
        context.addIssue({ code: 'custom', message: 'tag-twice', path: [index], input: tag });
    });
  });

const text = (max: number) => z.string().trim().min(1).max(max);

/** The longest name of a document, and of its page or pages, in UTF-16 units. */
export const LONGEST_DOCUMENT = 200;
export const LONGEST_PAGES = 40;

/** Where the problem was found: a document, and its page or pages as they are called. */
export const ItemSource = z.strictObject({
  document: text(LONGEST_DOCUMENT),
  page: text(LONGEST_PAGES).optional(),
});
export type ItemSource = z.infer<typeof ItemSource>;

/** What an item is about, beyond its problem: nothing of it decides what happens to the item, and all may be absent. */
export const About = z.strictObject({
  /** 原因分析. */
  cause: text(2000).optional(),
  /** 整改目标. */
  goal: text(500).optional(),
  priority: Priority.optional(),
  tags: Tags.optional(),
  /** 来源文件. */
  source: ItemSource.optional(),
});
export type About = z.infer<typeof About>;
