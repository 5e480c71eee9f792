import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../testing/repository';
import { findNginx, findParts, findPostgres, SQL_TOOL, TEMPORAL_SERVER, VERSION } from './parts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'rectify-parts-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const at = (...parts: string[]) => path.join(home, ...parts);

const executable = async (file: string): Promise<string> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '#!/bin/sh\n');
  await chmod(file, 0o755);
  return file;
};

const postgresIn = async (folder: string): Promise<string> => {
  for (const name of ['postgres', 'initdb', 'pg_isready']) await executable(path.join(folder, name));
  return folder;
};

describe('PostgreSQL is taken', () => {
  test('from the folder that is named, before all else', async () => {
    const named = await postgresIn(at('mine'));
    await postgresIn(at('path'));
    await expect(findPostgres({ POSTGRES_BIN: named, PATH: at('path') }, at('debian'))).resolves.toBe(named);
  });

  test('from PATH, where a link to it leads', async () => {
    const folder = await postgresIn(at('usr', '16', 'bin'));
    await postgresIn(at('debian', '17', 'bin'));
    await mkdir(at('path'));
    await symlink(path.join(folder, 'postgres'), at('path', 'postgres'));
    await expect(findPostgres({ PATH: at('path') }, at('debian'))).resolves.toBe(folder);
  });

  test('from the newest version of Debian that is whole', async () => {
    for (const version of ['9', '13', '15']) await postgresIn(at('debian', version, 'bin'));
    // A client alone has no server.
    await executable(at('debian', '17', 'bin', 'pg_isready'));
    await expect(findPostgres({ PATH: at('path') }, at('debian'))).resolves.toBe(at('debian', '15', 'bin'));
  });
});

describe('nginx is taken', () => {
  test('as it is named, else from PATH, else from where Debian has it', async () => {
    const [named, found, debian] = [at('mine', 'nginx'), at('path', 'nginx'), at('sbin', 'nginx')];
    for (const file of [named, found, debian]) await executable(file);
    await expect(findNginx({ NGINX_PATH: named, PATH: at('path') }, at('sbin'))).resolves.toBe(named);
    await expect(findNginx({ PATH: at('path') }, at('sbin'))).resolves.toBe(found);
    await expect(findNginx({ PATH: at('nothing') }, at('sbin'))).resolves.toBe(debian);
    await expect(findNginx({ PATH: at('nothing') }, at('nothing'))).rejects.toThrow(
      /没有 nginx.*请安装.*There is no nginx.*apt-get install nginx-light.*NGINX_PATH/,
    );
  });
});

test('each part that is missing is told in a line that says how to get it', async () => {
  const env = { PATH: at('nothing'), XDG_CACHE_HOME: at('cache'), POSTGRES_BIN: at('nothing') };
  const error: unknown = await findParts(() => undefined, env, at('debian')).catch(
    (thrown: unknown) => thrown,
  );
  const lines = (error as Error).message.split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(
    /没有 PostgreSQL.*请安装.*There is no PostgreSQL.*apt-get install postgresql.*POSTGRES_BIN/,
  );
  expect(lines[1]).toMatch(
    /There is no Temporal server: .*go is not installed.*没有 Temporal server.*TEMPORAL_SERVER_PATH/,
  );
  expect(lines[2]).toMatch(/There is no Temporal SQL tool: .*Install Go.*TEMPORAL_SQL_TOOL_PATH/);
});

test('the version is the one that is operated', () => {
  const { services } = z
    .object({ services: z.record(z.string(), z.object({ image: z.string() })) })
    .parse(parse(readFileSync(inRepository('docker-compose.yml'), 'utf8')));
  expect(services.temporal?.image).toBe(`temporalio/server:${VERSION}`);
  for (const { kept } of [TEMPORAL_SERVER, SQL_TOOL]) expect(kept).toContain(VERSION);
});
