import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LOOPBACK, lastingPorts } from '../../../client/local/free-ports';
import { run } from '../../../client/local/run';
import { startServerProcess } from '../../../client/local/server-process';
import { answers } from '../../../client/local/temporal-server';
import { inRepository } from '../../../testing/repository';
import { Part } from './part';
import type { Database } from './postgres';

/** The ports of the four roles: each speaks gRPC and finds the others, the first speaks HTTP as well. */
const PORTS = [
  'FRONTEND_GRPC_PORT',
  'FRONTEND_HTTP_PORT',
  'FRONTEND_MEMBERSHIP_PORT',
  'HISTORY_GRPC_PORT',
  'HISTORY_MEMBERSHIP_PORT',
  'MATCHING_GRPC_PORT',
  'MATCHING_MEMBERSHIP_PORT',
  'WORKER_GRPC_PORT',
  'WORKER_MEMBERSHIP_PORT',
];

/** Both databases, made by the script that makes them in the compose set; `folder` is to work in. */
export const makeSchemas = async (sqlTool: string, folder: string, postgres: Database): Promise<void> => {
  const tools = path.join(folder, 'tools');
  await mkdir(tools);
  await symlink(sqlTool, path.join(tools, 'temporal-sql-tool'));
  const passwordFile = path.join(folder, 'database-password');
  await writeFile(passwordFile, postgres.password, { mode: 0o600 });
  await run('/bin/sh', [inRepository('deploy', 'temporal', 'schema.sh')], {
    env: {
      PATH: `${tools}:${process.env.PATH ?? ''}`,
      SQL_PLUGIN: 'postgres12',
      SQL_HOST: LOOPBACK,
      SQL_PORT: String(postgres.port),
      SQL_USER: postgres.user,
      SQL_PASSWORD_FILE: passwordFile,
    },
  });
};

/** The settings of docker-compose.yml, with few shards and ports of its own. */
const environmentOf = ({ port, user, password }: Database, ports: [string, number][]): NodeJS.ProcessEnv => ({
  DB: 'postgres12',
  POSTGRES_SEEDS: LOOPBACK,
  DB_PORT: String(port),
  POSTGRES_USER: user,
  POSTGRES_PWD: password,
  DBNAME: 'temporal',
  VISIBILITY_DBNAME: 'temporal_visibility',
  BIND_ON_IP: LOOPBACK,
  NUM_HISTORY_SHARDS: '4',
  DYNAMIC_CONFIG_FILE_PATH: inRepository('deploy', 'temporal', 'dynamicconfig.yaml'),
  TEMPORAL_ALLOW_NO_AUTH: 'true',
  LOG_LEVEL: 'warn',
  ...Object.fromEntries(ports.map(([name, of]) => [name, String(of)])),
});

/** A Temporal server with all four roles in one process. */
export const temporalOn = async (
  executable: string,
  postgres: Database,
): Promise<{ part: Part; address: string }> => {
  const ports = (await lastingPorts(PORTS.length)).map((port, no): [string, number] => [
    PORTS[no] ?? '',
    port,
  ]);
  const address = `${LOOPBACK}:${ports[0]?.[1]}`;
  const part = new Part('the Temporal server', () =>
    startServerProcess({
      title: 'the Temporal server',
      executable,
      args: ['start'],
      env: environmentOf(postgres, ports),
      address,
      // Its own namespace is there from the first start.
      answers: () => answers(address, 'temporal-system'),
    }),
  );
  return { part, address };
};
