import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { Unreachable } from './errors';

/** How long to wait for a server before saying that there is none, in milliseconds. */
const PATIENCE = 6_000;

/**
 * Connects as the `temporal` CLI itself would: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS and API keys from
 * the environment or the profile in `temporal.toml`. Throws `Unreachable` when no server answers in time.
 */
export const connect = async (
  patience = PATIENCE,
): Promise<{ client: Client; address: string; close: () => Promise<void> }> => {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  const address = connectionOptions.address ?? 'localhost:7233';
  try {
    const connection = await Connection.connect({ ...connectionOptions, address, connectTimeout: patience });
    const client = new Client({ connection, namespace: namespace ?? 'default' });
    return { client, address, close: () => connection.close() };
  } catch (error) {
    throw new Unreachable(address, error);
  }
};
