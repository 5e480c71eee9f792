import { Client, Connection } from '@temporalio/client';

/** The least that a program must do to print what a workflow answers: `TEMPORAL_ADDRESS` and `TEMPORAL_NAMESPACE`. */
export const main = async (workflowId: string, query: string): Promise<void> => {
  const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '' } = process.env;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const answer = await client.workflow.getHandle(workflowId).query<unknown>(query);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  await connection.close();
};
