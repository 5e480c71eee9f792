import { reasonOf } from '../../base/reason';
import { reportOn } from '../../client/local/progress';
import {
  COMPOSE_READER,
  findComposeReader,
  findNginx,
  findParts,
  NGINX_VARIABLE,
  POSTGRES_VARIABLE,
  SQL_TOOL,
  TEMPORAL_SERVER,
} from './production/parts';

/**
 * Finds or builds the parts of the production set, nginx and a reader of compose files, before any suite runs; the suites find them by
 * environment variables.
 */
export default async function findProduction(): Promise<void> {
  const report = reportOn(process.stderr);
  const [parts, nginx, reader] = await Promise.allSettled([
    findParts(report),
    findNginx(process.env),
    findComposeReader(report),
  ]);
  if (parts.status === 'rejected' || nginx.status === 'rejected' || reader.status === 'rejected') {
    const missing = [parts, nginx, reader].flatMap((one) =>
      one.status === 'rejected' ? [reasonOf(one.reason)] : [],
    );
    throw new Error(missing.join('\n'));
  }
  process.env[POSTGRES_VARIABLE] = parts.value.postgres;
  process.env[TEMPORAL_SERVER.variable] = parts.value.temporal;
  process.env[SQL_TOOL.variable] = parts.value.sqlTool;
  process.env[COMPOSE_READER.variable] = reader.value;
  process.env[NGINX_VARIABLE] = nginx.value;
}
