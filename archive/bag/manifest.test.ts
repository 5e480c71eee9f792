import fc from 'fast-check';
import { Sha512 } from '../../base/ids';
import { formatManifest, parseManifest } from './manifest';

const sum = Sha512.parse('0123456789abcdef'.repeat(8));
const NAME = 'manifest-sha512.txt';
const typesOf = (text: string) => parseManifest(text, NAME, 'payload').faults.map(({ type }) => type);

describe('a manifest', () => {
  test('lists a checksum and a path a line, in order of paths', () => {
    expect(
      formatManifest([
        ['data/b', sum],
        ['data/a', sum],
      ]),
    ).toBe(`${sum}  data/a\n${sum}  data/b\n`);
  });

  test('percent-encodes CR, LF and %, and nothing else', () => {
    const text = formatManifest([['data/a\r\n%0A é', sum]]);
    expect(text).toBe(`${sum}  data/a%0D%0A%250A é\n`);
  });

  test('gives back any paths', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', '%', '0', 'A', 'D', '\r', '\n', '整', '~'),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.uniqueArray(part), (parts) => {
        const paths = parts.map((part) => `data/${part}`).sort();
        const { found, faults } = parseManifest(
          formatManifest(paths.map((path) => [path, sum])),
          NAME,
          'payload',
        );
        expect(faults).toEqual([]);
        expect([...found]).toEqual(paths.map((path, index) => [path, { sha512: sum, line: index + 1 }]));
      }),
    );
  });

  test('may be empty', () => {
    expect(parseManifest('', NAME, 'payload')).toEqual({ found: new Map(), faults: [] });
  });

  test.each([
    `${sum} data/a\n`,
    `${sum}\tdata/a\n`,
    `${sum} *data/a\n`,
    `${sum.toUpperCase()}  data/a\n`,
    `${sum.slice(1)}  data/a\n`,
    `${sum}  \n`,
    `${sum}  data/a\r\n`,
    `${sum}  data/a%\n`,
    `${sum}  data/a%0a\n`,
    `${sum}  data/a`,
    '\n',
    'nonsense',
    `\uFEFF${sum}  data/a\n`,
  ])('takes %p for a malformed line', (text) => {
    expect(typesOf(text)).toEqual(['line-malformed']);
  });

  test.each(['../a', '/etc/passwd', '~/a', 'data/../a', 'data//a', 'data/./a', 'data/', 'a', 'bagit.txt'])(
    'takes %p for a path outside the payload',
    (path) => {
      expect(parseManifest(`${sum}  ${path}\n`, NAME, 'payload')).toEqual({
        found: new Map(),
        faults: [{ type: 'path-outside', file: NAME, line: 1, path }],
      });
    },
  );

  test('takes a payload file among the tag files for one outside', () => {
    const { faults } = parseManifest(`${sum}  data/a\n`, 'tagmanifest-sha512.txt', 'tags');
    expect(faults.map(({ type }) => type)).toEqual(['path-outside']);
  });

  test('names the line of an entry that is there twice', () => {
    const { faults } = parseManifest(`${sum}  data/a\n${sum}  data/a\n`, NAME, 'payload');
    expect(faults).toEqual([{ type: 'entry-duplicate', file: NAME, line: 2, path: 'data/a' }]);
  });

  test('full of rubbish: only its first lines are reported, and still every file that it lists', () => {
    const { found, faults } = parseManifest(`${'\n'.repeat(100_000)}${sum}  data/a\n`, NAME, 'payload');
    expect([...found]).toEqual([['data/a', { sha512: sum, line: 100_001 }]]);
    expect(faults).toHaveLength(1000);
    expect(faults.at(-1)).toEqual({ type: 'line-malformed', file: NAME, line: 1000, text: '' });
  });

  test('quotes no more than the beginning of a line of nonsense', () => {
    const [fault] = parseManifest(`${'x'.repeat(5_000_000)}\n`, NAME, 'payload').faults;
    expect(fault).toEqual({ type: 'line-malformed', file: NAME, line: 1, text: 'x'.repeat(200) });
  });
});
