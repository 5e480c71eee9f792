import { findServer } from '../../client/local/find-server';
import { reportOn } from '../../client/local/progress';
import { S3_SERVER } from './s3-server';

/** Finds or builds the S3 server before any suite runs; the suites find it by an environment variable. */
export default async function findS3(): Promise<void> {
  process.env.VERSITYGW_PATH = await findServer(S3_SERVER, reportOn(process.stderr), process.env);
}
