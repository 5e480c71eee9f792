import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BUGS } from './bugs';
import { NotThere, withBug } from './copy';

const textOf = (file: string): string => readFileSync(path.join(__dirname, '..', '..', file), 'utf8');

test.each(BUGS)('$name can still be planted in $file', (bug) => {
  const text = textOf(bug.file);
  const planted = withBug(text, bug);
  expect(planted).not.toBe(text);
  expect(planted.length - text.length).toBe(bug.is.length - bug.was.length);
});

test('no two bugs have the same name', () => {
  expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
});

test('a text that is not there, or there twice, is no place for a bug', () => {
  const bug = { name: 'x', file: 'x.ts', was: 'a', is: 'b', breaks: 'x' };
  for (const text of ['', 'aa']) expect(() => withBug(text, bug)).toThrow(NotThere);
  expect(withBug('$&a', { ...bug, is: '$&' })).toBe('$&$&');
});
