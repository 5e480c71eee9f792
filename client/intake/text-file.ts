import type { SourceBlock } from '../../domain/intake';
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

/** UTF-16 without a mark: the high octet of a line break is a zero at one side of the pairs only. */
const unmarkedUtf16 = (bytes: Uint8Array): string | undefined => {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even > 0 && odd > 0) return undefined;
  return even > 0 ? 'utf-16be' : 'utf-16le';
};

const encodingsOf = (bytes: Uint8Array): string[] => {
  const marked = MARKED.find(({ bytes: mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return [marked.encoding];
  if (!bytes.includes(0)) return ['utf-8', 'gb18030'];
  const wide = unmarkedUtf16(bytes);
  return wide === undefined ? [] : [wide];
};

/** Control characters that no text has. */
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * The text of a file as Windows and others write it: UTF-8, UTF-16 or GB 18030 (so GBK, GB 2312).
 * @throws DocumentError `not-text`
 */
export const decodeText = (bytes: Uint8Array): string => {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && !CONTROLS.test(text)) return text;
  }
  throw new DocumentError('not-text');
};

/** The lines of a text, numbered from 1. */
export const readText = (bytes: Uint8Array): SourceBlock[] => {
  if (bytes.length > LIMITS.text) throw new DocumentError('too-large');
  return decodeText(bytes)
    .split(/\r\n|[\n\r]/)
    .map((text, index) => ({ line: { line: index + 1, text } }));
};
