import { reportOn } from '../../client/local/progress';
import { findParts, POSTGRES_VARIABLE, SQL_TOOL, TEMPORAL_SERVER } from './production/parts';

/** Finds or builds the parts of the production set before any suite runs; the suites find them by environment variables. */
export default async function findProduction(): Promise<void> {
  const { postgres, temporal, sqlTool } = await findParts(reportOn(process.stderr));
  process.env[POSTGRES_VARIABLE] = postgres;
  process.env[TEMPORAL_SERVER.variable] = temporal;
  process.env[SQL_TOOL.variable] = sqlTool;
}
