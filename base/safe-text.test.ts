import fc from 'fast-check';
import { capped, oneLine } from './safe-text';

describe('oneLine', () => {
  it('makes line breaks, tabs and NUL a space', () => {
    expect(oneLine('a\r\nBcc: x@example.org\tb\u0000c\u2028d')).toBe('a Bcc: x@example.org b c d');
  });

  it('takes out what turns text around or is not seen', () => {
    expect(oneLine('\u202Egpj.exe\u2066 \u200B\uFEFF甲')).toBe('gpj.exe 甲');
  });

  it('mends broken surrogates', () => {
    expect(oneLine('a\uD800b')).toBe('a\uFFFDb');
  });

  it('leaves nothing that is not printed, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(oneLine(line)).toBe(line);
      }),
    );
  });
});

describe('capped', () => {
  it('leaves a short text as it is', () => {
    expect(capped('甲乙丙', 3)).toBe('甲乙丙');
  });

  it('says by an ellipsis that something is missing', () => {
    expect(capped('甲乙丙丁', 3)).toBe('甲乙…');
  });

  it('is never longer than told and never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const short = capped(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
