/** What `/readyz` looks at. */
export const CHECKS = ['server', 'namespace', 'store', 'keys', 'workers', 'workflow-tasks', 'clock'] as const;
export type CheckName = (typeof CHECKS)[number];

/** What an operator is to do where a check fails. */
export interface WorkerWords {
  todo: Record<CheckName, string>;
}
