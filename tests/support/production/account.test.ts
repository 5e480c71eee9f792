import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountForPostgres } from './account';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-account-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const passwd = async (...lines: string[]): Promise<string> => {
  const file = path.join(folder, 'passwd');
  await writeFile(file, ['root:x:0:0:root:/root:/bin/sh', ...lines, ''].join('\n'));
  return file;
};
const POSTGRES = 'postgres:x:101:104:PostgreSQL administrator:/var/lib/postgresql:/bin/bash';
const NOBODY = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin';

describe('PostgreSQL runs', () => {
  test('as ourselves, unless we are root', async () => {
    await expect(accountForPostgres(1000, await passwd(POSTGRES))).resolves.toBeUndefined();
  });

  test('as postgres, where root starts it', async () => {
    const account = accountForPostgres(0, await passwd(NOBODY, POSTGRES));
    await expect(account).resolves.toEqual({ uid: 101, gid: 104 });
  });

  test('as nobody, where there is no such user', async () => {
    const account = accountForPostgres(0, await passwd(NOBODY));
    await expect(account).resolves.toEqual({ uid: 65534, gid: 65533 });
  });

  test('not at all, where there is neither', async () => {
    await expect(accountForPostgres(0, await passwd())).rejects.toThrow(
      /不能以 root 身份运行.*no user postgres or nobody/,
    );
  });
});
