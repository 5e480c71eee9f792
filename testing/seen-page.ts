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

/** A text that would be markup, another page, or hidden, if it were taken for anything but text. */
export const HOSTILE = '</td></style><script>alert(1)</script><img src=x onerror="x">\u202e\u0000&lt;b';

/** What a page may have of `HOSTILE` and of the world outside of its bag. */
export const expectInert = (page: string): void => {
  expect(page).not.toMatch(/<script|<img|onerror="|[\u202e\u0000]|https?:|@import|url\(/);
  expect(page.split('</style>')).toHaveLength(2);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
};
