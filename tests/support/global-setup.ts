import { findTemporalServer, findTestServer } from '../../client/local/find-server';
import { reportOn } from '../../client/local/progress';
import bundleOnce from './bundle-once';
import findS3 from './find-s3';

/** Finds or builds servers and workflows before any suite runs; the suites find them by environment variables. */
export default async function findServers(): Promise<void> {
  const report = reportOn(process.stderr);
  process.env.TEMPORAL_CLI_PATH = await findTemporalServer(report);
  process.env.TEMPORAL_TEST_SERVER_PATH = await findTestServer(report);
  await findS3();
  await bundleOnce();
}
