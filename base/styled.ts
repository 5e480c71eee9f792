import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { encodeBase64url } from './base64url';
import { html, type Markup } from './markup';

/** A style sheet, of this program's own text alone. */
export const css = (source: TemplateStringsArray): Markup => html(source);

/** The hash of a style sheet as a policy has it (CSP level 3, 2.3.1): base64 with its padding. */
const hashOfStyle = (css: string): string =>
  `'sha256-${encodeBase64url(sha256(utf8ToBytes(css)))
    .replaceAll('-', '+')
    .replaceAll('_', '/')}='`;

/**
 * Style sheets for the head of a page, below a policy (CSP) that allows them, by their hash, and nothing else: whatever
 * gets into the page loads, runs and sends nothing. Elements can have no style of their own.
 */
export const styled = (...sheets: readonly Markup[]): Markup => {
  const style = html`<style>
    ${sheets}
  </style>`;
  const [, css = ''] = /^<style>([^]*)<\/style>$/.exec(style.toString()) ?? [];
  const policy = `default-src 'none'; style-src ${hashOfStyle(css)}; base-uri 'none'; form-action 'none'`;
  return html`<meta http-equiv="Content-Security-Policy" content="${policy}" />${style}`;
};
