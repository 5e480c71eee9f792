import { readFileSync } from 'node:fs';
import { inRepository } from '../testing/repository';

const textOf = (name: string): string => readFileSync(inRepository(name), 'utf8');
const { version } = JSON.parse(textOf('package.json')) as { version: string };

/** Where else the version is written, and how. */
const PLACES: Readonly<Record<string, RegExp>> = {
  'package-lock.json': /^\{\s*"name": "@rectification\/rectify",\s*"version": "([^"]+)"/,
  'docker-compose.yml': /image: rectify:(\S+)/,
  'CHANGELOG.md': /^## \[(?:Unreleased\] · )?(\d[^\]\s]*)/m,
};

it.each(Object.entries(PLACES))('the version in %s is that of the package', (name, pattern) => {
  expect(pattern.exec(textOf(name))?.[1]).toBe(version);
});

it('is scoped, so that nothing of that name on npm can stand in for it', () => {
  const { name, bin } = JSON.parse(textOf('package.json')) as { name: string; bin: Record<string, string> };
  expect(name).toMatch(/^@[a-z]+\/rectify$/);
  expect(Object.keys(bin)).toEqual(['rectify']);
});
