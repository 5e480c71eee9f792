import fc from 'fast-check';
import { BagRefused } from '../../store/errors';
import { formatBagInfo, parseBagInfo } from './bag-info';

const long =
  'The bureau recovered 99 enforcement phones, declared 11 lost, and had 550 + 4,080 + 1,600 yuan repaid in 2021.';

const value = fc
  .array(fc.string({ unit: fc.constantFrom('a', '整', ' ', '\t', ':', '-', '%', '\u3000') }), {
    maxLength: 40,
  })
  .map((words) => words.join(' ').trim());

describe('bag-info.txt', () => {
  test('has one element a line', () => {
    expect(formatBagInfo('bag', { 'Source-Organization': '甲市整改办', 'Bagging-Date': '2021-09-07' })).toBe(
      'Source-Organization: 甲市整改办\nBagging-Date: 2021-09-07\n',
    );
  });

  test('folds a long value between words into lines of at most 79 characters', () => {
    const lines = formatBagInfo('bag', { 'External-Description': long }).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.filter((line) => line.length > 79)).toEqual([]);
    expect(lines[1]).toMatch(/^ \S/);
  });

  test('leaves a value without spaces on the line of its label', () => {
    const title = '整改'.repeat(100);
    expect(formatBagInfo('bag', { Title: title })).toBe(`Title: ${title}\n`);
  });

  test('makes one line of a value with line breaks', () => {
    expect(formatBagInfo('bag', { Title: 'one\r\n  two\nthree\n' })).toBe('Title: one two three\n');
  });

  test('gives back any value, folded or not', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const text = formatBagInfo('bag', { One: one, 'The other': other });
        expect(parseBagInfo(text)).toEqual([
          ['One', one],
          ['The other', other],
        ]);
      }),
    );
  });

  test('may come with the line breaks of another system', () => {
    expect(parseBagInfo('A: 1\r\n  and 2\r\nB: 3\r')).toEqual([
      ['A', '1  and 2'],
      ['B', '3'],
    ]);
  });

  test.each(['', 'a:b', ' a', 'a ', 'a\nb', ':'])('cannot have the label %p', (label) => {
    expect(() => formatBagInfo('bag', { [label]: 'x' })).toThrow(BagRefused);
  });
});
