import fc from 'fast-check';
import { unescaped } from '../../intake/files/xlsx-workbook';
import { BIDI } from '../../testing/seen-page';
import { excelText, MOST_CHARACTERS } from './excel-text';

const MARK = '（略）';

describe('a text in a workbook', () => {
  test('shows what XML has no place for', () => {
    expect(excelText('a\u0000b\u001b[31m\u007f\u0085\ud800\uffff\u{1fffe}\ufffd', MARK)).toBe(
      'a␀b␛[31m␡□□□□□',
    );
  });

  test('keeps line breaks, as Excel has them, and everything that can be written', () => {
    expect(excelText('一\r\n二\r三\n\t四 𠮷 👩‍👩‍👧', MARK)).toBe('一\n二\n三\n\t四 𠮷 👩‍👩‍👧');
  });

  test('shows what would turn it around unseen', () => {
    expect(excelText(`单${BIDI}fdp`, MARK)).toBe(`单${'□'.repeat(BIDI.length)}fdp`);
  });

  test('does not become another character where it looks like the number of one', () => {
    const text = '_x000D_ _x005F_x0041_ _xZZZZ_ _x41_';
    expect(excelText(text, MARK)).not.toBe(text);
    expect(unescaped(excelText(text, MARK))).toBe(text);
    const anyText = fc.string({ unit: fc.constantFrom('_', 'x', '0', '0', '5', 'F', 'a') });
    fc.assert(
      fc.property(anyText, (any) => {
        expect(unescaped(excelText(any, MARK))).toBe(any);
      }),
      { numRuns: 500 },
    );
  });

  test('is kept where it is called like what every object has', () => {
    for (const text of ['constructor', 'valueOf', '__proto__', 'toString']) {
      expect(excelText(text, MARK) in {}).toBe(false);
      expect(unescaped(excelText(text, MARK))).toBe(text);
    }
  });

  test('is cut where it is longer than a cell may be, with a mark, and never through a character', () => {
    const whole = '长'.repeat(MOST_CHARACTERS);
    expect(excelText(whole, MARK)).toBe(whole);
    for (const text of [`${whole}长`, '𠮷'.repeat(MOST_CHARACTERS), `a${'𠮷'.repeat(MOST_CHARACTERS)}`]) {
      const cut = excelText(text, MARK);
      expect(cut.length).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect(cut.length).toBeGreaterThan(MOST_CHARACTERS - 4);
      expect(cut.endsWith(`…${MARK}`)).toBe(true);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }
  });
});
