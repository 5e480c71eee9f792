import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Environment } from './settings';
import { Forbidden, Unreachable } from './errors';
import { serverFault } from './fault';

/** How long to wait for a server before saying that there is none, in milliseconds. */
const PATIENCE = 6_000;

/** The variables that are set; an empty one counts as unset (POSIX). */
const setIn = (environment: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter((one): one is [string, string] => (one[1] ?? '') !== ''),
  );

/**
 * Connects as the `temporal` CLI itself would: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS and API keys from
 * `environment` or the profile in `temporal.toml`. Throws `Unreachable` when no server answers in time, `Forbidden` when
 * one does not take us.
 */
export const connect = async (
  environment: Environment,
  patience = PATIENCE,
): Promise<{ client: Client; address: string; close: () => Promise<void> }> => {
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: setIn(environment) });
  const address = connectionOptions.address ?? 'localhost:7233';
  try {
    const connection = await Connection.connect({ ...connectionOptions, address, connectTimeout: patience });
    const client = new Client({ connection, namespace: namespace ?? 'default' });
    return { client, address, close: () => connection.close() };
  } catch (error) {
    const fault = serverFault(error, address);
    throw fault instanceof Forbidden ? fault : new Unreachable(address, error);
  }
};
