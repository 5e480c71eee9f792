import fc from 'fast-check';
import { gbkOf } from '../../testing/gbk';
import { DocumentError } from './fault';
import { understand } from '..';
import { decodeText, readText, withoutMarkdown } from './text-file';

const TEXT = '一、总体情况\r\n（一）学习不经常';
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
/** GB 18030 of `（一）学习不经常`. */
const GB = Uint8Array.from([
  0xa3, 0xa8, 0xd2, 0xbb, 0xa3, 0xa9, 0xd1, 0xa7, 0xcf, 0xb0, 0xb2, 0xbb, 0xbe, 0xad, 0xb3, 0xa3,
]);

describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), TEXT],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['UTF-16 with a mark', utf16(`\ufeff${TEXT}`, false), TEXT],
    ['UTF-16, big end first, with a mark', utf16(`\ufeff${TEXT}`, true), TEXT],
    ['UTF-16 without a mark', utf16(TEXT, false), TEXT],
    ['UTF-16, big end first, without a mark', utf16(TEXT, true), TEXT],
    ['GB 18030', GB, '（一）学习不经常'],
    ['GB 18030 with a rare name', gbkOf('name: 李喆'), 'name: 李喆'],
  ])('is read from %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test('has its lines numbered from 1, whatever ends them', () => {
    expect(readText(Buffer.from('甲\r\n乙\n丙\r丁\u2028戊\v己'))).toEqual(
      ['甲', '乙', '丙', '丁', '戊', '己'].map((text, index) => ({ line: { line: index + 1, text } })),
    );
  });

  test('of Markdown has its headings, lists and emphasis read as plain words', () => {
    const text =
      '# 整改方案\n\n## （一）党建方面\n\n1. **学习不经常**\n   - 一是补课；\n   - 二是考试。\n\n## （二）财务方面\n\n1. 账目不清\n   - 聘请审计。';
    const { categories } = understand(withoutMarkdown(readText(Buffer.from(text))));
    expect(categories.map(({ title, items }) => [title, items.map(({ problem }) => problem)])).toEqual([
      ['党建方面', ['学习不经常']],
      ['财务方面', ['账目不清']],
    ]);
    expect(categories[0]?.items[0]?.measures).toEqual([{ text: '补课' }, { text: '考试' }]);
  });

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0])],
    ['a text in Latin-1', Buffer.from('für die Maßnahme', 'latin1')],
    [
      'a text in Big5',
      Uint8Array.from([0xbe, 0xc7, 0xb2, 0xdf, 0xa4, 0xa3, 0xb8, 0x67, 0xb1, 0x60, 0xa1, 0x41, 0xa7, 0xef]),
    ],
    [
      'a text in UTF-8 that was cut',
      Buffer.concat([Buffer.from('一、学习不经常，整改措施如下'), Uint8Array.of(0xe4)]),
    ],
    ['bytes of no encoding', Buffer.from([0xff, 0xff, 0x80, 0x20])],
  ])('is not %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(new DocumentError('not-text'));
  });

  test('of any bytes is lines, or refused as not text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(readText(bytes).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toEqual(new DocumentError('not-text'));
        }
      }),
    );
  });
});
