/** As much of Markdown as the docs use. */

const FENCE = /^ *(```|~~~)/;

export type Markdown = {
  /** Everything but code, line by line as it stands. */
  prose: string;
  /** What is in backticks, and the lines of fenced blocks. */
  code: string[];
};

const CODE_SPAN = /(`+)(.+?)\1/gs;

/** Prose and code of a page, apart. */
export const readMarkdown = (text: string): Markdown => {
  const outside: string[] = [];
  const code: string[] = [];
  let fenced = false;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) fenced = !fenced;
    else (fenced ? code : outside).push(line);
  }
  const prose = outside.join('\n').replace(CODE_SPAN, (_, __, inside: string) => {
    code.push(inside.replaceAll('\n', ' '));
    return '';
  });
  return { prose, code };
};

/** The targets of a page's links and pictures, as written. */
export const targetsOf = ({ prose }: Markdown): string[] =>
  Array.from(prose.matchAll(/\]\(([^()\s]+)\)/g), ([, target = '']) => target);

const HEADING = /^#{1,6} +(.*?)(?: +#+)?$/;

/** The anchor of a heading on GitHub: letters, digits, `-` and `_` in lower case, spaces as `-`. */
const slugOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');

/** The anchors of a page; a repeated heading has a number after it. */
export const anchorsOf = (text: string): Set<string> => {
  const times = new Map<string, number>();
  const anchors = new Set<string>();
  let fenced = false;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : HEADING.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = slugOf(heading);
    const before = times.get(slug) ?? 0;
    times.set(slug, before + 1);
    anchors.add(before === 0 ? slug : `${slug}-${before}`);
  }
  return anchors;
};
