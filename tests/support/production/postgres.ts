import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { LOOPBACK, lastingPorts } from '../../../client/local/free-ports';
import { run } from '../../../client/local/run';
import { startServerProcess } from '../../../client/local/server-process';
import type { Account } from './account';
import { Part } from './part';

const USER = 'temporal';

/** How programs reach a PostgreSQL. */
export interface Database {
  /** Folder of its programs, such as pg_dump. */
  bin: string;
  port: number;
  user: string;
  password: string;
  /** All that its own programs need to reach it. */
  environment: Record<string, string>;
}

/**
 * Makes a cluster in `folder`, which belongs to `account`, for the loopback address and a socket in that folder, and
 * starts it. All that has to do with durability is as PostgreSQL has it: a commit is on the disk.
 */
export const startPostgres = async (
  bin: string,
  folder: string,
  account: Account | undefined,
): Promise<{ part: Part; database: Database }> => {
  const program = (name: string): string => path.join(bin, name);
  const data = path.join(folder, 'data');
  const [port = 0] = await lastingPorts(1);
  const password = randomBytes(16).toString('hex');
  await makeCluster(program('initdb'), data, password, account);

  const environment = {
    PATH: process.env.PATH ?? '',
    PGHOST: LOOPBACK,
    PGPORT: String(port),
    PGUSER: USER,
    PGPASSWORD: password,
  };
  const ask = promisify(execFile);
  const settings = { listen_addresses: LOOPBACK, port: String(port), unix_socket_directories: folder };
  const part = new Part('PostgreSQL', () =>
    startServerProcess({
      title: 'PostgreSQL',
      executable: program('postgres'),
      args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env: { PATH: process.env.PATH },
      ...account,
      address: `${LOOPBACK}:${port}`,
      answers: () =>
        ask(program('pg_isready'), ['--quiet'], { env: environment }).then(
          () => true,
          () => false,
        ),
      // By SIGTERM it would wait until its last client has gone.
      stopSignal: 'SIGINT',
    }),
  );
  await part.start();
  return { part, database: { bin, port, user: USER, password, environment } };
};

const makeCluster = async (
  initdb: string,
  data: string,
  password: string,
  account: Account | undefined,
): Promise<void> => {
  const passwordFile = `${data}.password`;
  await writeFile(passwordFile, password, { mode: 0o644 });
  const how = ['--encoding', 'UTF8', '--no-locale', '--username', USER];
  const auth = ['--auth', 'scram-sha-256', '--pwfile', passwordFile];
  await run(initdb, ['--pgdata', data, ...how, ...auth], { cwd: path.dirname(data), ...account });
  await rm(passwordFile);
};
