import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RealWorld } from './real-world';

/** Takes a workflow up again from an event, by the tool that `doctor` names. */
export const resetWorkflow = async (
  { server: { address, namespace } }: Pick<RealWorld, 'server'>,
  workflowId: string,
  event: string | undefined,
): Promise<void> => {
  const { TEMPORAL_CLI_PATH = '' } = process.env;
  const which = ['--workflow-id', workflowId, '--event-id', event ?? '', '--reason', 'by mistake'];
  const where = ['--address', address, '--namespace', namespace];
  await promisify(execFile)(TEMPORAL_CLI_PATH, ['workflow', 'reset', ...which, ...where]);
};
