import { createHash } from 'node:crypto';

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** What a reader sees of a page, every row of a table on a line, cells parted by bars. */
export const seen = (page: string): string =>
  page
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<\/t[hd]>\s*<t[hd]>/g, ' | ')
    .replace(/<\/?(tr|p|h1|h2|h3|pre|table)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/ +/g, ' ');

/** Everything that a page leads to or loads. */
export const linksIn = (page: string): string[] =>
  [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');

/** What turns text around, and is seen by nobody (UAX #9). */
export const BIDI = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

/** A text that would be markup, another page, or hidden, if it were taken for anything but text. */
export const HOSTILE = `</td></style><script>alert(1)</script><img src=x onerror="x">${BIDI}\u0000&lt;b`;

/** The page has a policy that allows its own style sheet and nothing else, before anything that it speaks of. */
export const expectPolicy = (page: string): void => {
  const [, css = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", '&#39;')}" />`;
  expect(css).toContain('{');
  expect(page.split('http-equiv')).toHaveLength(2);
  expect(page.slice(0, page.indexOf('<style>'))).toContain(meta);
  expect(page).not.toMatch(/<[^>]*\sstyle=/);
};

/** What a page may have of `HOSTILE` and of the world outside of its bag. */
export const expectInert = (page: string): void => {
  expect(page).not.toMatch(/<script|<img|onerror="|[\p{Bidi_Control}\u0000]|https?:|@import|url\(/u);
  expect(page.split('</style>')).toHaveLength(2);
  expectPolicy(page);
};
