import type { SourceBlock } from '..';
import { DocumentError } from './fault';
import { LIMITS } from './limits';

const MARKED: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** What Chinese texts consist of. */
const COMMON = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027A-Za-z0-9\s!-/:-@]/g;

/** UTF-16 without a mark: in only one of the two orders it makes sense. */
const unmarkedUtf16 = (bytes: Uint8Array): string | undefined =>
  ['utf-16le', 'utf-16be'].find((encoding) => {
    const text = decoded(bytes, encoding)?.slice(0, 10_000) ?? '';
    return (text.match(COMMON)?.length ?? 0) > 0.9 * text.length;
  });

const encodingsOf = (bytes: Uint8Array): string[] => {
  const marked = MARKED.find(({ bytes: mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return [marked.encoding];
  if (!bytes.includes(0)) return ['utf-8', 'gb18030'];
  const wide = unmarkedUtf16(bytes);
  return wide === undefined ? [] : [wide];
};

/** Control characters that no text has. */
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Where GB 18030 has signs of one's own: other encodings of East Asia, read as GB 18030, are full of them. */
const OWN_SIGNS = /[\ue000-\uf8ff]/;

/**
 * Whether bytes that could be GB 18030 are likely to be: most of its characters are those of GB 2312, while text of
 * another encoding lies anywhere in the code.
 */
const isLikelyGb = (bytes: Uint8Array): boolean => {
  let common = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1;
    else rare += 1;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return rare <= common;
};

const isLikely = (text: string, encoding: string, bytes: Uint8Array): boolean =>
  !CONTROLS.test(text) && (encoding !== 'gb18030' || (!OWN_SIGNS.test(text) && isLikelyGb(bytes)));

/**
 * The text of a file as Windows and others write it: UTF-8, UTF-16 or GB 18030 (so GBK, GB 2312).
 * @throws DocumentError `not-text`
 */
export const decodeText = (bytes: Uint8Array): string => {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && isLikely(text, encoding, bytes)) return text;
  }
  throw new DocumentError('not-text');
};

/** The lines of a text, numbered from 1, whatever ends them; also where Word or a page breaks one. */
export const readText = (bytes: Uint8Array): SourceBlock[] => {
  if (bytes.length > LIMITS.text) throw new DocumentError('too-large');
  const lines = decodeText(bytes).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  if (lines.length > LIMITS.paragraphs) throw new DocumentError('too-large');
  return lines.map((text, index) => ({ line: { line: index + 1, text } }));
};

/** `## （一）`, `- 一是` and `**words**` without what Markdown adds; the numbers of lines stay. */
export const withoutMarkdown = (blocks: readonly SourceBlock[]): SourceBlock[] =>
  blocks.map((block) => {
    if (!('line' in block)) return block;
    const text = block.line.text.replace(/^(\s*)(?:#{1,6}|[-*+>])\s+/, '$1').replace(/\*\*|__/g, '');
    return { line: { ...block.line, text } };
  });
