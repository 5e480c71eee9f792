import { findTemporalServer, findTestServer } from '../../client/local/find-server';
import { reportOn } from '../../client/local/progress';
import findS3 from './find-s3';

/** Finds or builds all servers before any suite runs; the suites find them by environment variables. */
export default async function findServers(): Promise<void> {
  const report = reportOn(process.stderr);
  process.env.TEMPORAL_CLI_PATH = await findTemporalServer(report);
  process.env.TEMPORAL_TEST_SERVER_PATH = await findTestServer(report);
  await findS3();
}
