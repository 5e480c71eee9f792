import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { Forbidden, Unreachable } from './errors';

/** The gRPC codes that mean that no server is there: deadline exceeded, unavailable. */
const AWAY: readonly number[] = [4, 14];
/** The gRPC codes that mean that the server lets this client not do this, or nothing. */
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/** What the server itself has answered, beneath what the SDK makes of it. */
export const causeOf = (error: unknown): unknown => (error instanceof ServiceError ? error.cause : error);

/** As the proxy puts it (deploy/proxy/temporal.conf.template). */
const DENIED = /role (?<role>\w+) may not call \S*\/(?<method>\w+)/;

/** `Unreachable` or `Forbidden` where the server is not there, or does not let this client ask; otherwise the error itself. */
export const serverFault = (error: unknown, address: string): unknown => {
  const cause = causeOf(error);
  if (!isGrpcServiceError(cause)) return error;
  const code: number = cause.code;
  if (AWAY.includes(code)) return new Unreachable(address, error);
  if (code === UNAUTHENTICATED) return new Forbidden(address, undefined, error);
  if (code !== PERMISSION_DENIED) return error;
  return new Forbidden(address, { ...DENIED.exec(cause.details)?.groups }, error);
};
