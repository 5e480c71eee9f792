import fc from 'fast-check';
import { safe, safeJson, safeLines } from './printable';

const anyText = fc.string({ unit: 'binary' });
const ACTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('text from outside on a terminal', () => {
  test('shows an escape sequence instead of acting on it', () => {
    expect(safe('a\u001b[31mb\u001b]0;title\u0007')).toBe('a␛[31mb␛]0;title␇');
    expect(safe('\u009b31m')).toBe('\u{FFFD}31m');
  });

  test('is not turned around, hidden or broken into lines', () => {
    expect(safe('gpj.\u202Efdp')).toBe('gpj.\u{FFFD}fdp');
    expect(safe('a\u200Bb\u2066c\u{E0041}')).toBe('a\u{FFFD}b\u{FFFD}c\u{FFFD}');
    expect(safe('a\r\nb\u2028c')).toBe('a␍␊b\u{FFFD}c');
    expect(safe('\uD800')).toBe('\u{FFFD}');
  });

  test('keeps what people write', () => {
    const text = '（一）2 “执法终端”管理不到位 — 99 部,550 元 😀é';
    expect(safe(text)).toBe(text);
  });

  test('never holds anything that a terminal could act on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(safe(text)).not.toMatch(ACTIVE);
        for (const line of safeLines(text)) expect(line).not.toMatch(ACTIVE);
      }),
    );
  });

  test('keeps its own lines where it may have several', () => {
    expect(safeLines('一\r\n二\n\u001b三')).toEqual(['一', '二', '␛三']);
  });
});

describe('JSON on a terminal', () => {
  test('reads back as the value, and holds nothing that a terminal could act on', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyText, fc.constantFrom(0, 2), (value, text, indent) => {
        const written = safeJson({ value, text, [text]: 1 }, indent);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ value, text, [text]: 1 })));
        expect(written.replaceAll('\n', '')).not.toMatch(ACTIVE);
      }),
    );
  });
});
