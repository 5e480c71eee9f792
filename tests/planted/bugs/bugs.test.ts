import { readFileSync } from 'node:fs';
import { inRepository } from '../../../testing/repository';
import { BUGS } from '.';

test.each(BUGS.map((bug) => [bug.name, bug] as const))(
  '%s can be planted in the code as it is',
  (_, { file, was, is }) => {
    expect(readFileSync(inRepository(file), 'utf8').split(was)).toHaveLength(2);
    expect(is).not.toBe(was);
  },
);

test('every bug has a name of its own', () => {
  expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
});
