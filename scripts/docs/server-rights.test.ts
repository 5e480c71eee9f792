import { readFileSync } from 'node:fs';
import { Language } from '../../domain/round/roster';
import { inRepository } from '../../testing/repository';
import { MAP, methodsOf, nginxMap, PAGES, RIGHTS, ROLES, withServerRights } from './server-rights';

const textOf = (name: string): string => readFileSync(inRepository(name), 'utf8');

test('the map of nginx is that of the table; `npm run docs` prints it', () => {
  expect(textOf(MAP)).toBe(nginxMap());
});

test.each(Language.options)(
  'the page for operators in %s has the table; `npm run docs` prints it',
  (language) => {
    const page = textOf(PAGES[language]);
    expect(withServerRights(page, language)).toBe(page);
  },
);

test('a page without a place for the table is no page for operators', () => {
  expect(() => withServerRights('# Operations', 'en')).toThrow(RangeError);
});

test('every role has rights, and only workers and the office start anything', () => {
  for (const role of ROLES) expect(methodsOf(role).length).toBeGreaterThan(5);
  const starting = Object.entries(RIGHTS).filter(([method]) => method.includes('Start'));
  expect(starting.length).toBe(2);
  for (const [, roles] of starting) expect(roles).not.toContain('person');
});

test('nothing that is listed is a pattern', () => {
  for (const method of Object.keys(RIGHTS)) expect(method).toMatch(/^[\w.]+\/\w+$/);
});
