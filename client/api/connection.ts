import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { askedWhileOpen } from './asked-while-open';
import { converterIn } from './converter';
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

/** The server and the namespace that an environment means. */
const configIn = (environment: Environment) => {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig({
    overrideEnvVars: setIn(environment),
  });
  return { connectionOptions, namespace };
};

export const namespaceIn = (environment: Environment): string => configIn(environment).namespace;

/**
 * Connects as the `temporal` CLI itself would: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS and API keys from
 * `environment` or the profile in `temporal.toml`. Throws `Unreachable` when no server answers in time, `Forbidden` when
 * one does not take us, `BadSetting` when PAYLOAD_KEYS is none.
 */
export const connect = async (
  environment: Environment,
  patience = PATIENCE,
): Promise<{ client: Client; address: string; close: () => Promise<void> }> => {
  const { connectionOptions, namespace } = configIn(environment);
  const dataConverter = converterIn(environment, namespace);
  const address = connectionOptions.address ?? 'localhost:7233';
  const { interceptors, ended } = askedWhileOpen();
  try {
    const connection = await Connection.connect({
      ...connectionOptions,
      address,
      connectTimeout: patience,
      interceptors,
    });
    const client = new Client({ connection, namespace, dataConverter });
    const close = (): Promise<void> => {
      ended();
      return connection.close();
    };
    return { client, address, close };
  } catch (error) {
    const fault = serverFault(error, address);
    throw fault instanceof Forbidden ? fault : new Unreachable(address, error);
  }
};
