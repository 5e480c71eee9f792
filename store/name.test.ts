import fc from 'fast-check';
import { resolve } from 'node:path';
import { StoreNameError } from './errors';
import { checkName, isName } from './name';

describe('a name of the store', () => {
  test.each([
    'mail/zhang@2021-03/20210506T003000Z~2.json',
    'mail/zhang@2021-03/20210506T003000Z.eml',
    'bags/2021-03/1.2',
    'bags/2021-03/1.2/cycle-2',
    'Z109-WS (copy), 1 of 2',
  ])('may be %p', (name) => {
    expect(isName(name)).toBe(true);
  });

  test.each([
    ['', 'empty'],
    ['/etc/passwd', 'empty part'],
    ['a//b', 'empty part'],
    ['a/', 'empty part'],
    ['..', 'begins with a dot'],
    ['a/../../b', 'begins with a dot'],
    ['./a', 'begins with a dot'],
    ['.incoming/a', 'begins with a dot'],
    ['a\\..\\b', 'file systems'],
    ['C:/b', 'file systems'],
    ['a\0b', 'printable'],
    ['a\nb', 'printable'],
    ['整改', 'printable'],
    ['100%', 'BagIt'],
    ['a /b', 'ends with'],
    ['a.', 'ends with'],
  ])('is not %p', (name, reason) => {
    expect(() => {
      checkName(name);
    }).toThrow(StoreNameError);
    expect(() => {
      checkName(name);
    }).toThrow(reason);
  });

  test('never leads out of the folder it is resolved in', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '~', ' ', '\0') }), (name) => {
        fc.pre(isName(name));
        expect(resolve('/store', name)).toBe(`/store/${name}`);
      }),
    );
  });
});
