import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { addSearchAttributes } from '../../../client/local/search-attributes';
import { poll } from '../poll';

const RETENTION_DAYS = 90;
/** The gRPC code of what is there already. */
const ALREADY_EXISTS = 6;
/** Each role of a server reads the namespaces again after so long (system.namespaceCacheRefreshInterval). */
const REFRESH_MS = 2000;

const register = async (connection: Connection, namespace: string): Promise<void> => {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(`${RETENTION_DAYS} days`),
    });
  } catch (error) {
    if (!isGrpcServiceError(error) || (error.code as number) !== ALREADY_EXISTS) throw error;
  }
};

/** Makes a namespace with search attributes, name → type, where they are not there yet, and waits until all can be used. */
export const makeNamespace = async (
  address: string,
  namespace: string,
  searchAttributes: Record<string, string>,
): Promise<void> => {
  const connection = await Connection.connect({ address });
  try {
    await register(connection, namespace);
    await poll('the namespace', async () => {
      await addSearchAttributes({ address, namespace }, searchAttributes);
      return true;
    });
    const query = Object.keys(searchAttributes)
      .map((name) => `${name} IS NULL`)
      .join(' AND ');
    await poll('the search attributes', async () => {
      await connection.workflowService.countWorkflowExecutions({ namespace, query });
      return true;
    });
    // One role knows them now; there is no way to ask the others.
    await sleep(REFRESH_MS);
  } finally {
    await connection.close();
  }
};
