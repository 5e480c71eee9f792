import { Priority } from '../domain/plan/about';
import { words } from '../domain/language';
import type { DraftItem } from './draft';
import { scalar } from './scalar';

const said = words('zh-CN').priority;

/** A priority as the office says it; what was not understood as it was written. */
export const priorityText = (priority: string | undefined): string | undefined => {
  const { data: code } = Priority.safeParse(priority);
  return code === undefined ? priority : said[code];
};

const line = (key: string, text: string | undefined): string[] =>
  text === undefined ? [] : [`${key}: ${scalar(text)}`];

/** What the source says of what an item is about, for a plan; `open` says that the document of a page is still to be given. */
export const aboutLines = (
  { cause, goal, priority, tags, source }: DraftItem,
  open: () => string,
): string[] => [
  ...line('cause', cause),
  ...line('goal', goal),
  ...line('priority', priorityText(priority)),
  ...(tags === undefined ? [] : ['tags:', ...tags.map((tag) => `  - ${scalar(tag)}`)]),
  ...(source === undefined
    ? []
    : [
        'source:',
        ...(source.document === undefined ? [open()] : line('document', source.document)).map(
          (one) => `  ${one}`,
        ),
        ...line('page', source.page).map((one) => `  ${one}`),
      ]),
];
