import type { RealWorld } from './real-world';

/** The server looks for a worker that has just gone for ten seconds before it lets another one answer. */
export const LOOKED_FOR_MS = 10_200;

/** Whether a timer of a workflow has fired, which no worker need have noticed. */
export const hasFired = async ({ client }: RealWorld, workflow: string): Promise<boolean> => {
  const { events } = await client.workflow.getHandle(workflow).fetchHistory();
  return events?.some(({ timerFiredEventAttributes }) => timerFiredEventAttributes) ?? false;
};
