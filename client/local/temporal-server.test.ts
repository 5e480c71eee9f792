import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTemporalServer } from './temporal-server';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rectify-server-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a server that dies is told with its last words', async () => {
  const executable = join(folder, 'temporal');
  await writeFile(executable, '#!/bin/sh\necho "called with $*"\necho "disk is full" >&2\nexit 1\n');
  await chmod(executable, 0o755);
  const heard: string[] = [];
  const start = startTemporalServer({
    executable,
    searchAttributes: { RectRound: 'Keyword', RectRung: 'Int' },
    dbFile: 'round.db',
    log: (line) => heard.push(line),
  });
  await expect(start).rejects.toThrow('disk is full');
  const call = heard.find((line) => line.startsWith('called with')) ?? '';
  expect(call).toContain('server start-dev --ip 127.0.0.1 --namespace default');
  expect(call).toContain('--db-filename round.db --sqlite-pragma journal_mode=wal');
  expect(call).toContain('--search-attribute RectRound=Keyword --search-attribute RectRung=Int');
});

test('an executable that is not there is named', async () => {
  const executable = join(folder, 'nothing');
  const start = startTemporalServer({ executable, searchAttributes: {} });
  await expect(start).rejects.toThrow(`${executable} cannot be run`);
});
