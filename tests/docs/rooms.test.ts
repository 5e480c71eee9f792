import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { inRepository } from '../../testing/repository';
import { thisRepository } from './repository';
import { ROOMS } from '../../scripts/rooms.cjs';

const { files, textOf } = thisRepository([]);
const sources = [...files].filter((file) => file.endsWith('.ts'));
const topOf = (file: string): string => file.slice(0, file.indexOf('/'));
const folders = [...new Set(sources.map(topOf))];

/** Folders that see every room, and that no room sees. */
const OUTSIDE = ['testing', 'tests', 'bench', 'scripts'];

describe('a folder with code', () => {
  test.each(folders)('%s is a room with walls, or outside of them', (folder) => {
    const isRoom = Object.keys(ROOMS).some((room) => room.split('/')[0] === folder);
    expect(isRoom).toBe(!OUTSIDE.includes(folder));
  });

  test.each(folders)('%s is type-checked', (folder) => {
    const { include } = z.object({ include: z.array(z.string()) }).parse(JSON.parse(textOf('tsconfig.json')));
    expect(include).toContain(folder);
  });

  test.each(folders.filter((folder) => !['testing', 'tests', 'bench'].includes(folder)))(
    '%s goes into the image',
    (folder) => {
      expect(textOf('.dockerignore').split('\n')).toContain(`!${folder}`);
    },
  );

  test('has each of its tests run by one project', () => {
    const jest = path.join(path.dirname(require.resolve('jest/package.json')), 'bin/jest.js');
    const listedBy = (config: string) =>
      execFileSync(process.execPath, [jest, '--config', config, '--listTests'], {
        cwd: inRepository(),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const run = ['jest.config.js', 'jest.production.config.js']
      .flatMap((config) => listedBy(config).trim().split('\n'))
      .map((file) => path.relative(inRepository(), file).split(path.sep).join('/'));
    expect(run.sort()).toEqual(sources.filter((file) => file.endsWith('.test.ts')).sort());
  });
});

test('a room sees only rooms that there are', () => {
  const names = Object.keys(ROOMS);
  for (const { sees } of Object.values(ROOMS)) expect(names).toEqual(expect.arrayContaining([...sees]));
  for (const room of names) expect(sources.some((file) => file.startsWith(`${room}/`))).toBe(true);
});
