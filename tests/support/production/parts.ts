import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isExecutable, onPath } from '../../../client/local/executable';
import { findServer } from '../../../client/local/find-server';
import type { Report } from '../../../client/local/progress';
import { goInstall, type ServerKind } from '../../../client/local/servers';

/** The version of docker-compose.yml. */
export const VERSION = '1.32.0';

const COMPOSE_VERSION = '2.9.0';

/** The Temporal server as it is operated, of which the dev server is a version without PostgreSQL. */
export const TEMPORAL_SERVER: ServerKind = {
  title: 'Temporal server',
  variable: 'TEMPORAL_SERVER_PATH',
  command: 'temporal-server',
  kept: `temporal-server-${VERSION}`,
  ways: [goInstall('go.temporal.io/server/cmd/server', VERSION)],
};

/** What makes the tables of its databases. */
export const SQL_TOOL: ServerKind = {
  title: 'Temporal SQL tool',
  variable: 'TEMPORAL_SQL_TOOL_PATH',
  command: 'temporal-sql-tool',
  kept: `temporal-sql-tool-${VERSION}`,
  ways: [goInstall('go.temporal.io/server/cmd/tools/sql', VERSION)],
};

/** Reads compose files by their specification, where there is no Docker: the reader that Docker itself uses. */
export const COMPOSE_READER: ServerKind = {
  title: 'compose reader',
  variable: 'COMPOSE_READER_PATH',
  command: 'compose-go',
  kept: `compose-go-${COMPOSE_VERSION}`,
  ways: [goInstall('github.com/compose-spec/compose-go/v2/cmd', COMPOSE_VERSION)],
};

/** Environment variable that names the folder of PostgreSQL's programs. */
export const POSTGRES_VARIABLE = 'POSTGRES_BIN';

/** Environment variable that names nginx. */
export const NGINX_VARIABLE = 'NGINX_PATH';

/** Where everything is that the production set consists of. */
export interface Parts {
  /** Folder of PostgreSQL's programs. */
  postgres: string;
  temporal: string;
  sqlTool: string;
}

const NEEDED = ['postgres', 'initdb', 'pg_isready'];

const isPostgres = async (folder: string): Promise<boolean> => {
  const there = await Promise.all(NEEDED.map((name) => isExecutable(path.join(folder, name))));
  return there.every(Boolean);
};

const DEBIAN = '/usr/lib/postgresql';

/** Debian keeps each version in a folder of its own, and none of them on PATH. */
const debianFolders = async (root: string): Promise<string[]> => {
  const versions = await readdir(root).catch(() => []);
  return versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => path.join(root, version, 'bin'));
};

const NO_POSTGRES = (looked: string): string =>
  `没有 PostgreSQL:${looked} 中都没有 ${NEEDED.join('、')}。` +
  `请安装(Debian:apt-get install postgresql),或以 ${POSTGRES_VARIABLE} 指明其程序所在目录。 ` +
  `There is no PostgreSQL: nothing in ${looked} has ${NEEDED.join(', ')}. ` +
  `Install it (Debian: apt-get install postgresql), or name the folder of its programs in ${POSTGRES_VARIABLE}.`;

/**
 * The folder of PostgreSQL's programs: the one named, the one on PATH, else Debian's newest.
 * @throws Error whose message is one sentence in each language
 */
export const findPostgres = async (env: NodeJS.ProcessEnv, debian = DEBIAN): Promise<string> => {
  const named = env[POSTGRES_VARIABLE] ?? '';
  const command = await onPath('postgres', env);
  const folders = [
    ...(named === '' ? [] : [named]),
    // A link to it is followed: its other programs lie beside it, not beside the link.
    ...(command === undefined ? [] : [path.dirname(await realpath(command))]),
    ...(await debianFolders(debian)),
  ];
  for (const folder of folders) if (await isPostgres(folder)) return folder;
  const looked = [POSTGRES_VARIABLE, 'PATH', `${debian}/*/bin`].join(', ');
  throw new Error(NO_POSTGRES(looked));
};

/** Debian puts it where only root's PATH leads. */
const SBIN = '/usr/sbin';

const NO_NGINX =
  `没有 nginx。请安装（Debian：apt-get install nginx-light），或以 ${NGINX_VARIABLE} 指明其路径。 ` +
  `There is no nginx. Install it (Debian: apt-get install nginx-light), or name it in ${NGINX_VARIABLE}.`;

/**
 * The nginx that is named, the one on PATH, else Debian's.
 * @throws Error whose message is one sentence in each language
 */
export const findNginx = async (env: NodeJS.ProcessEnv, sbin = SBIN): Promise<string> => {
  const places = [env[NGINX_VARIABLE], await onPath('nginx', env), path.join(sbin, 'nginx')];
  for (const place of places) if (place !== undefined && (await isExecutable(place))) return place;
  throw new Error(NO_NGINX);
};

const HOW_TO_BUILD = ({ title, variable, command }: ServerKind): string =>
  `没有 ${title}:请安装 Go(1.26.8 以上),首次运行时即自动编译,或将 ${command} 置于 PATH,或以 ${variable} 指明其路径。 ` +
  `Install Go (1.26.8 or later) to have it built on the first run, put ${command} on PATH, or name it in ${variable}.`;

const findOrBuild = (kind: ServerKind, report: Report, env: NodeJS.ProcessEnv): Promise<string> =>
  findServer(kind, report, env).catch((error: unknown) => {
    throw new Error(`${(error as Error).message} ${HOW_TO_BUILD(kind)}`, { cause: error });
  });

/**
 * Finds the parts of the production set, and builds those of Temporal where they are not on this machine.
 * @throws Error with a line for each part that is missing, which says how to get it
 */
export const findParts = async (report: Report, env = process.env, debian = DEBIAN): Promise<Parts> => {
  const missing: string[] = [];
  const found = (part: Promise<string>): Promise<string> =>
    part.catch((error: unknown) => {
      missing.push((error as Error).message);
      return '';
    });
  const postgres = await found(findPostgres(env, debian));
  const temporal = await found(findOrBuild(TEMPORAL_SERVER, report, env));
  const sqlTool = await found(findOrBuild(SQL_TOOL, report, env));
  if (missing.length > 0) throw new Error(missing.join('\n'));
  return { postgres, temporal, sqlTool };
};

/** @throws Error which says how to get it */
export const findComposeReader = (report: Report, env = process.env): Promise<string> =>
  findOrBuild(COMPOSE_READER, report, env);
