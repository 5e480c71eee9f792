import { reasonOf } from '../../base/reason';
import { reportOn } from '../../client/local/progress';
import {
  findNginx,
  findParts,
  NGINX_VARIABLE,
  POSTGRES_VARIABLE,
  SQL_TOOL,
  TEMPORAL_SERVER,
} from './production/parts';

/**
 * Finds or builds the parts of the production set, and nginx, before any suite runs; the suites find them by
 * environment variables.
 */
export default async function findProduction(): Promise<void> {
  const [parts, nginx] = await Promise.allSettled([
    findParts(reportOn(process.stderr)),
    findNginx(process.env),
  ]);
  if (parts.status === 'rejected' || nginx.status === 'rejected') {
    const missing = [parts, nginx].flatMap((one) =>
      one.status === 'rejected' ? [reasonOf(one.reason)] : [],
    );
    throw new Error(missing.join('\n'));
  }
  process.env[POSTGRES_VARIABLE] = parts.value.postgres;
  process.env[TEMPORAL_SERVER.variable] = parts.value.temporal;
  process.env[SQL_TOOL.variable] = parts.value.sqlTool;
  process.env[NGINX_VARIABLE] = nginx.value;
}
