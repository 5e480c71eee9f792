import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { provision } from '../../../client/api/provision';

/** Each role of a server reads the namespaces again after so long (system.namespaceCacheRefreshInterval). */
const REFRESH_MS = 2000;

/** Makes a namespace with search attributes, name → type, where they are not there yet, and waits until all can be used. */
export const makeNamespace = async (
  address: string,
  namespace: string,
  searchAttributes: Record<string, string>,
): Promise<void> => {
  const connection = await Connection.connect({ address });
  try {
    await provision(connection, namespace, { wanted: searchAttributes });
    // One role knows them now; there is no way to ask the others.
    await sleep(REFRESH_MS);
  } finally {
    await connection.close();
  }
};
