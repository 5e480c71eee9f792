import { S3Client } from '@aws-sdk/client-s3';

const isSet = (name: string): boolean => (process.env[name] ?? '') !== '';

/**
 * A client with the SDK's usual configuration (AWS_REGION, AWS_ACCESS_KEY_ID, AWS_PROFILE, ...). An endpoint of
 * its own (AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL) has its buckets in the path, as every S3 server understands.
 * Gives up where nothing answers, in milliseconds. What comes back is checked by our own SHA-512.
 */
export const connectS3 = (): S3Client => {
  // The version is pinned and tested; warnings about its successors are for developers.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return new S3Client({
    forcePathStyle: isSet('AWS_ENDPOINT_URL_S3') || isSet('AWS_ENDPOINT_URL'),
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  });
};
