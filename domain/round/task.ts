/** The tasks that somebody can be waited for. */
export const TASKS = [
  'acknowledge',
  'rectify',
  'supplement',
  'approve',
  'accept',
  'check-in',
  'decide-extension',
  'decide-proposal',
  'measure',
] as const;
export type Task = (typeof TASKS)[number];
