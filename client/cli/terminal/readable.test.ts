import { Trouble } from '../trouble/trouble';
import { readable } from './readable';

test('words in UTF-8 are passed on as they are', () => {
  expect(readable('已补齐 ✓ 𠮷', 2)).toBe('已补齐 ✓ 𠮷');
});

test.each([
  [3, { type: 'argument-not-utf8', at: 3 }],
  [undefined, { type: 'argument-not-utf8' }],
] as const)('GBK that Node has read as UTF-8 is refused (%s)', (at, detail) => {
  const text = Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]).toString('utf8');
  const pass = () => {
    readable(text, at);
  };
  expect(pass).toThrow(new Trouble(detail));
});
